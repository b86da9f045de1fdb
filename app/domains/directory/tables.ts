import type { ColumnType, Generated } from 'kysely'
import type { Context } from '../../infra/context.ts'

/** Written as text, read as whatever the column holds: it is parsed before use. */
type Json = ColumnType<unknown, string, string>

export type DirectoryTables = {
  directory_entries: {
    id: string
    /** Order of arrival: the index and « newest first » go by it. */
    number: Generated<number>
    origin: 'here' | 'elsewhere'
    address: string
    /** The achievement of this instance, whose removal takes the entry along. */
    own_achievement: string | null
    name: string
    /** The name without accents and capitals: alphabetical order. */
    sort_name: string
    description: string
    language: string | null
    nature_declared: string | null
    nature_shown: string
    missing: string[]
    /** Ten signs, one a check: y, n or u. */
    facts: string
    issuer_key: string
    issuer_name: string
    issuer_address: string | null
    organisation_id: string | null
    areas: string[]
    image: string | null
    illustrative: boolean
    awarded: boolean | null
    state: 'live' | 'gone'
    /** How much the copy that is shown may say: see `authorityOf`. */
    authority: number
    version: string | null
    achievement: Json
    issuer: Json
    lost: Json | null
    rules_version: string
    /** Of everything that a reader sees: equal means that nothing changed. */
    digest: string
    first_seen_at: Date
    seen_at: Date
    changed_at: Date
    /** Place of its last change in the stream of changes. */
    change: number
  }
  directory_entry_skills: {
    entry_id: string
    position: number
    skill_id: string | null
    name: string
    framework: string
    address: string
    code: string | null
    suggested: boolean
  }
  directory_keys: { key: string; entry_id: string }
  directory_sightings: {
    entry_id: string
    address: string
    format: '2.0' | '3.0'
    source_id: string | null
    record_id: string | null
    state: 'live' | 'gone'
    first_seen_at: Date
    seen_at: Date
  }
  directory_removals: {
    entry_id: string
    number: number
    origin: 'here' | 'elsewhere'
    address: string
    name: string
    reason: RemovalReason
    removed_at: Date
    change: number
  }
  directory_removed_keys: { key: string; entry_id: string }
  directory_reports: {
    id: string
    entry_id: string
    reason: string
    contact: string | null
    reported_at: Date
    settled_at: Date | null
  }
  directory_terms: {
    id: Generated<number>
    kind: TermKind
    value: string
    label: string
    fr: string | null
    en: string | null
  }
  directory_search: { number: number; packed: Buffer }
  directory_state: { one: boolean; swept: number; matched_at: Date | null }
}

/** Why an entry went: its issuer or we took it out, or it was the same as another. */
export type RemovalReason = 'issuer' | 'operator' | 'report' | 'merged'

/** What the index numbers: the words of texts, and the values of each facet. */
export type TermKind =
  | 'word'
  | 'nature'
  | 'language'
  | 'area'
  | 'skill'
  | 'framework'
  | 'issuer'
  | 'awarded'
  | 'origin'

export const tables = (ctx: Context) => ctx.db.withTables<DirectoryTables>()

export const directoryStep = {
  name: '0013-directory',
  sql: `
    create sequence directory_change;

    create table directory_entries (
      id uuid primary key,
      number int not null unique generated always as identity,
      origin text not null check (origin in ('here', 'elsewhere')),
      address text not null,
      own_achievement uuid unique references achievements on delete cascade,
      name text not null,
      sort_name text collate "C" not null,
      description text not null,
      language text,
      nature_declared text,
      nature_shown text not null,
      missing text[] not null,
      facts char(10) not null,
      issuer_key text not null,
      issuer_name text not null,
      issuer_address text,
      organisation_id uuid references organisations on delete cascade,
      areas text[] not null,
      image text,
      illustrative boolean not null,
      awarded boolean,
      state text not null check (state in ('live', 'gone')),
      authority smallint not null,
      version text,
      achievement jsonb not null,
      issuer jsonb not null,
      lost jsonb,
      rules_version text not null,
      digest text not null,
      first_seen_at timestamptz not null,
      seen_at timestamptz not null,
      changed_at timestamptz not null,
      change bigint not null unique
    );
    create index directory_entries_by_name on directory_entries (sort_name, number);
    create index directory_entries_of_issuer on directory_entries (issuer_key, number);
    create index directory_entries_of_organisation on directory_entries (organisation_id)
      where organisation_id is not null;
    create index directory_entries_own on directory_entries (change) where origin = 'here';
    create index directory_entries_by_rules on directory_entries (rules_version);

    create table directory_entry_skills (
      entry_id uuid not null references directory_entries on delete cascade,
      position int not null,
      skill_id uuid,
      name text not null,
      framework text not null,
      address text not null,
      code text,
      suggested boolean not null,
      primary key (entry_id, position)
    );
    create index directory_entry_skills_of on directory_entry_skills (skill_id) where skill_id is not null;

    -- By what the same definition is known again. A key belongs to one entry.
    create table directory_keys (
      key text collate "C" primary key,
      entry_id uuid not null references directory_entries on delete cascade
    );
    create index directory_keys_of on directory_keys (entry_id);

    create table directory_sightings (
      entry_id uuid not null references directory_entries on delete cascade,
      address text not null,
      format text not null check (format in ('2.0', '3.0')),
      source_id uuid,
      record_id uuid,
      state text not null check (state in ('live', 'gone')),
      first_seen_at timestamptz not null,
      seen_at timestamptz not null,
      primary key (entry_id, address)
    );
    create index directory_sightings_at on directory_sightings (address);
    create index directory_sightings_of_source on directory_sightings (source_id) where source_id is not null;

    -- What was taken out stays known by its keys, so that no source brings it back.
    create table directory_removals (
      entry_id uuid primary key,
      number int not null,
      origin text not null,
      address text not null,
      name text not null,
      reason text not null check (reason in ('issuer', 'operator', 'report', 'merged')),
      removed_at timestamptz not null,
      change bigint not null unique
    );
    create table directory_removed_keys (
      key text collate "C" primary key,
      entry_id uuid not null references directory_removals on delete cascade
    );
    create table directory_reports (
      id uuid primary key,
      entry_id uuid not null references directory_entries on delete cascade,
      reason text not null,
      contact text,
      reported_at timestamptz not null,
      settled_at timestamptz
    );
    create index directory_reports_of on directory_reports (entry_id);
    create index directory_reports_open on directory_reports (reported_at) where settled_at is null;

    -- Words and facet values by small numbers, for the index that searches.
    create table directory_terms (
      id int primary key generated always as identity,
      kind text not null,
      value text collate "C" not null,
      label text not null,
      fr text,
      en text,
      unique (kind, value)
    );
    create table directory_search (
      number int primary key references directory_entries (number) on delete cascade,
      packed bytea not null
    );

    -- An organisation that goes takes its entries along without a removal: readers look again at what is left.
    create table directory_state (
      one boolean primary key default true check (one),
      swept bigint not null,
      -- The import of frameworks up to which the entries were matched to skills.
      matched_at timestamptz
    );
    insert into directory_state (swept) values (0);
    create function directory_swept() returns trigger language plpgsql as $$
    begin
      -- A removal by name leaves its own trace.
      if exists (select from gone) and coalesce(current_setting('insigne.removal', true), '') <> 'named' then
        update directory_state set swept = nextval('directory_change');
      end if;
      -- An empty directory keeps no words.
      if not exists (select from directory_entries) then delete from directory_terms; end if;
      return null;
    end $$;
    create trigger directory_entries_go after delete on directory_entries
      referencing old table as gone for each statement execute function directory_swept();
  `,
}
