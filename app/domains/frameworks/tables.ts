import type { ColumnType } from 'kysely'
import type { Context } from '../../infra/context.ts'
import type { FrameworkKind, ImportState, SkillState } from './rules.ts'

/** Written as text, read as whatever the column holds: it is parsed before use. */
type Json = ColumnType<unknown, string, string>

export type FrameworksTables = {
  frameworks: {
    id: string
    slug: string
    name_fr: string
    name_en: string
    kind: FrameworkKind
    /** What makes it the same framework at the next import: an address, or a name. */
    origin: string
    /** Where it comes from: a page that a reader can open. */
    source_url: string | null
    /** Null where none is known: then it is said so. */
    licence_name: string | null
    licence_url: string | null
    languages: string[]
    version_label: string
    file_digest: string
    imported_at: Date
    imported_by: string | null
    /** The organisation it belongs to; null for the whole installation. */
    owner_id: string | null
    demo: boolean
  }
  skills: {
    id: string
    framework_id: string
    /** What makes it itself from one version to the next: its address or its code. */
    key: string
    code: string
    /** The identifier that alignments give as their code, where it is not the code that people read. */
    guid: string | null
    uri: string | null
    /** The address without its scheme and its last slash: how alignments find it. */
    uri_key: string | null
    labels: Json
    descriptions: Json
    aliases: Json
    parent_id: string | null
    parent_key: string | null
    kind: string
    /** Its place in the file, for a tree that keeps its order. */
    place: number
    /** Which file of the framework it came from: a file withdraws only its own. */
    part: string
    state: SkillState
    /** False: the register itself says that it is over. */
    in_force: boolean
    added_in: string | null
    changed_in: string | null
    withdrawn_in: string | null
    seen_in: string | null
  }
  skill_terms: {
    id: number
    skill_id: string
    framework_id: string
    language: string
    kind: 'label' | 'alias' | 'clue'
    text: string
    lexemes: string[]
  }
  skill_mappings: { from_skill: string; to_skill: string; weak: boolean; by: string }
  framework_imports: {
    id: string
    /** Null until the file was read and its framework exists. */
    framework_id: string | null
    owner_id: string | null
    state: ImportState
    /** What the person wants: names, licence, format, language. */
    wish: Json
    format: string | null
    file_name: string
    file_bytes: number
    file_digest: string
    /** Items and lines that the file holds: those kept, and those refused. */
    read: number
    total: number
    done: number
    added: number
    changed: number
    unchanged: number
    withdrawn: number
    refused: number
    /** The first lines that were refused, and the first items that changed. */
    problems: Json
    changes: Json
    /** Why the whole file was refused. */
    refusal: Json
    created_by: string | null
    created_by_name: string
    created_at: Date
    started_at: Date | null
    /** When it last moved: one that stands still is taken up again. */
    touched_at: Date
    finished_at: Date | null
  }
  framework_files: { import_id: string; part: number; bytes: Buffer }
}

export const tables = (ctx: Context) => ctx.db.withTables<FrameworksTables>()

// French has words that the dictionary's own list forgets and that say nothing of a skill (« les », « faire
// preuve »); they are left out of the index and of the question alike.
// `skill_words` is an inverted index of our own: with the frequency of each word beside it, a question is
// answered by what is rare in it, which the ranking of PostgreSQL does not know.
export const frameworksStep = {
  name: '0011-frameworks',
  sql: `
    create extension if not exists unaccent;
    create extension if not exists pg_trgm;
    create text search configuration insigne_fr (copy = french);
    alter text search configuration insigne_fr
      alter mapping for hword, hword_part, word with unaccent, french_stem;
    create text search configuration insigne_en (copy = english);
    alter text search configuration insigne_en
      alter mapping for hword, hword_part, word with unaccent, english_stem;
    create text search configuration insigne_plain (copy = simple);
    alter text search configuration insigne_plain
      alter mapping for hword, hword_part, word with unaccent, simple;
    create function skill_lexemes(language text, words text) returns text[]
      language sql stable parallel safe as $$
        select coalesce(array_agg(l), '{}') from unnest(tsvector_to_array(to_tsvector(
          case language when 'fr' then 'insigne_fr' when 'en' then 'insigne_en' else 'insigne_plain' end::regconfig,
          words))) l
        where length(l) > 1 and not (language = 'fr' and l = any (
          '{le,san,avant,quand,selon,lor,ete,etre,avoir,fait,fair,preuv,mem,tous,tout,tre,plus,sait,ca,cel,cet,ains,chacun,entre,afin,lorsqu,chaqu,depuis,pend,apre,auss,peut,ver,chez,comm,dont,moin,alor,donc,leur}'
          ::text[]))
      $$;

    create table frameworks (
      id uuid primary key,
      slug text not null unique,
      name_fr text not null,
      name_en text not null,
      kind text not null check (kind in ('case', 'esco', 'rome', 'rncp', 'rs', 'csv', 'shipped')),
      origin text not null,
      source_url text,
      licence_name text,
      licence_url text,
      languages text[] not null,
      version_label text not null,
      file_digest text not null,
      imported_at timestamptz not null,
      imported_by uuid references accounts on delete set null,
      owner_id uuid references organisations on delete cascade,
      demo boolean not null default false
    );
    create unique index frameworks_by_origin
      on frameworks (coalesce(owner_id, '00000000-0000-0000-0000-000000000000'), origin);
    create index frameworks_of on frameworks (owner_id);
    create table skills (
      id uuid primary key,
      framework_id uuid not null references frameworks on delete cascade,
      key text not null,
      code text not null,
      guid text,
      uri text,
      uri_key text,
      labels jsonb not null,
      descriptions jsonb not null,
      aliases jsonb not null,
      parent_id uuid references skills on delete set null,
      parent_key text,
      kind text not null,
      place int not null,
      part text not null,
      state text not null check (state in ('active', 'withdrawn')),
      in_force boolean not null default true,
      added_in uuid,
      changed_in uuid,
      withdrawn_in uuid,
      seen_in uuid,
      unique (framework_id, key)
    );
    create index skills_by_uri on skills (uri_key);
    create index skills_by_code on skills (code);
    create index skills_by_guid on skills (guid) where guid is not null;
    create index skills_tree on skills (framework_id, parent_id, place);
    create index skills_of_parent on skills (parent_id);
    create table skill_terms (
      id bigint generated always as identity primary key,
      skill_id uuid not null references skills on delete cascade,
      framework_id uuid not null references frameworks on delete cascade,
      language text not null,
      kind text not null check (kind in ('label', 'alias', 'clue')),
      text text not null,
      lexemes text[] not null
    );
    create index skill_terms_of on skill_terms (skill_id);
    create index skill_terms_of_framework on skill_terms (framework_id);
    create table skill_words (
      language text not null,
      lexeme text not null,
      term_id bigint not null references skill_terms on delete cascade,
      framework_id uuid not null,
      size smallint not null
    );
    create index skill_words_found on skill_words (language, lexeme) include (term_id, framework_id, size);
    create index skill_words_of on skill_words (term_id);
    create table skill_lexicon (
      language text not null,
      lexeme text not null,
      terms int not null,
      primary key (language, lexeme)
    );
    create index skill_lexicon_near on skill_lexicon using gin (lexeme gin_trgm_ops);
    create table skill_mappings (
      from_skill uuid not null references skills on delete cascade,
      to_skill uuid not null references skills on delete cascade,
      weak boolean not null,
      by text not null,
      primary key (from_skill, to_skill)
    );
    create index skill_mappings_to on skill_mappings (to_skill);
    create table framework_imports (
      id uuid primary key,
      framework_id uuid references frameworks on delete cascade,
      owner_id uuid references organisations on delete cascade,
      state text not null check (state in ('waiting', 'running', 'done', 'refused')),
      wish jsonb not null,
      format text,
      file_name text not null,
      file_bytes int not null,
      file_digest text not null,
      read int not null default 0,
      total int not null default 0,
      done int not null default 0,
      added int not null default 0,
      changed int not null default 0,
      unchanged int not null default 0,
      withdrawn int not null default 0,
      refused int not null default 0,
      problems jsonb not null default '[]',
      changes jsonb not null default '[]',
      refusal jsonb not null default 'null',
      created_by uuid references accounts on delete set null,
      created_by_name text not null,
      created_at timestamptz not null,
      started_at timestamptz,
      touched_at timestamptz not null,
      finished_at timestamptz
    );
    create index framework_imports_of on framework_imports (framework_id, created_at desc);
    create index framework_imports_open on framework_imports (created_at) where state in ('waiting', 'running');
    create table framework_files (
      import_id uuid not null references framework_imports on delete cascade,
      part int not null,
      bytes bytea not null,
      primary key (import_id, part)
    );
  `,
}
