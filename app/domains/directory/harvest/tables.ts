import type { Context } from '../../../infra/context.ts'
import type { ReasonCode } from './reasons.ts'
import type { SourceKind, SourceState } from './rules.ts'

export type HarvestTables = {
  directory_sources: {
    id: string
    state: SourceState
    /** What the last reading recognised. */
    kind: SourceKind | null
    /** Where reading begins; null for a file that was given once. */
    address: string | null
    /** What stands for the address in a list: an issuer's name, a file's name. */
    name: string
    /** Codes of the areas that the operator says the issuer belongs to. */
    areas: string[]
    /** Words of whoever proposed it, for the operator. */
    note: string | null
    /** Why the operator refused or stopped it. */
    reason: string | null
    proposed_by: string | null
    demo: boolean
    created_at: Date
    decided_at: Date | null
    next_at: Date | null
    /** Readings in a row that brought nothing. */
    failures: number
    /** The run that is going on. */
    run_id: string | null
    /** Of a feed: where its next reading begins. */
    cursor: string | null
  }
  harvest_runs: {
    id: string
    source_id: string
    started_at: Date
    finished_at: Date | null
    documents: number
    found: number
    added: number
    changed: number
    refused: number
    gone: number
    /** Why it ended before everything was read. */
    reason: ReasonCode | null
  }
  /** Every address of a source: the frontier of its run, and what it answered last. */
  harvest_documents: {
    id: string
    source_id: string
    /** Digest of the address: an address that leads to a person is forgotten, its digest is not. */
    key: string
    address: string
    host: string
    depth: number
    /** A guess of ours: nobody is told when it fails. */
    guessed: boolean
    run_id: string | null
    state: 'waiting' | 'read' | 'refused' | 'held'
    due_at: Date
    /** Tries of this run. */
    tries: number
    reason: ReasonCode | null
    detail: string | null
    /** Leads to somebody's badge: read once, kept nowhere. */
    personal: boolean
    /** A page of a feed: the next reading asks only for what came after. */
    once: boolean
    etag: string | null
    last_modified: string | null
    /** Last time that it answered with something. */
    read_at: Date | null
    /** First of the readings in a row that found it dead. */
    dead_since: Date | null
    dead_times: number
  }
  /** What came of a document: an entry, by the identifier of its definition. */
  harvest_origins: { document_id: string; entry_id: string; issuer_key: string; address: string }
  /** What an address answered, byte for byte. Nothing that holds a recipient. */
  harvest_records: {
    id: string
    document_id: string
    address: string
    final_address: string
    content_type: string | null
    digest: string
    bytes: Buffer
    /** Only the definition was kept: the document held a person. */
    reduced: boolean
    fetched_at: Date
  }
  /** Files that were given, until they are read. */
  harvest_files: { source_id: string; name: string; content_type: string; bytes: Buffer }
  harvest_hosts: {
    host: string
    robots: string | null
    robots_at: Date | null
    next_at: Date
    failures: number
    /** A worker is asking this host until then at most. */
    leased_until: Date | null
  }
  /** Issuers that were read, by their address, so that a thousand badges ask once. */
  harvest_issuers: {
    key: string
    address: string
    document: string | null
    read_at: Date
  }
  /** Who was taken in under which name, so that a look-alike is seen. */
  harvest_names: { issuer_key: string; name: string; skeleton: string }
  /** Names that look like another issuer's, and what the operator said of them. */
  harvest_likenesses: {
    id: string
    issuer_key: string
    name: string
    like_name: string
    like_key: string
    state: 'held' | 'allowed' | 'refused'
    created_at: Date
    decided_at: Date | null
  }
  /** Of the directory; two columns of ours: what the reader wrote, and what was answered. */
  directory_reports: {
    id: string
    entry_id: string
    reason: string
    detail: string
    contact: string | null
    reported_at: Date
    settled_at: Date | null
    answer: string | null
  }
  /** A word that the owner of a host places there, to be believed. */
  harvest_proofs: {
    id: string
    host: string
    token: string
    entry_id: string
    entry_name: string
    issuer_key: string
    issuer_name: string
    /** Everything of the issuer, not this badge alone. */
    whole: boolean
    state: 'open' | 'removed' | 'reopened'
    created_at: Date
    checked_at: Date | null
  }
  /** What an issuer had removed: not read again until the same proof opens it. */
  harvest_closures: { scope: string; proof_id: string; closed_at: Date }
}

export const tables = (ctx: Context) => ctx.db.withTables<HarvestTables>()

export const harvestStep = {
  name: '0014-directory-harvest',
  sql: `
    create table directory_sources (
      id uuid primary key,
      state text not null check (state in ('proposed', 'active', 'refused', 'stopped')),
      kind text,
      address text unique,
      name text not null,
      areas text[] not null default '{}',
      note text,
      reason text,
      proposed_by uuid references accounts on delete set null,
      demo boolean not null default false,
      created_at timestamptz not null,
      decided_at timestamptz,
      next_at timestamptz,
      failures integer not null default 0,
      run_id uuid,
      cursor text
    );
    create index directory_sources_due on directory_sources (next_at) where state = 'active';
    create table harvest_runs (
      id uuid primary key,
      source_id uuid not null references directory_sources on delete cascade,
      started_at timestamptz not null,
      finished_at timestamptz,
      documents integer not null default 0,
      found integer not null default 0,
      added integer not null default 0,
      changed integer not null default 0,
      refused integer not null default 0,
      gone integer not null default 0,
      reason text
    );
    create index harvest_runs_of on harvest_runs (source_id, started_at desc);
    create table harvest_documents (
      id uuid primary key,
      source_id uuid not null references directory_sources on delete cascade,
      key text not null,
      address text not null,
      host text not null,
      depth integer not null,
      guessed boolean not null default false,
      run_id uuid,
      state text not null check (state in ('waiting', 'read', 'refused', 'held')),
      due_at timestamptz not null,
      tries integer not null default 0,
      reason text,
      detail text,
      personal boolean not null default false,
      once boolean not null default false,
      etag text,
      last_modified text,
      read_at timestamptz,
      dead_since timestamptz,
      dead_times integer not null default 0,
      unique (source_id, key)
    );
    create index harvest_documents_waiting on harvest_documents (host, due_at) where state = 'waiting';
    create index harvest_documents_of_run on harvest_documents (run_id) where state = 'waiting';
    create index harvest_documents_refused on harvest_documents (source_id, reason)
      where state in ('refused', 'held');
    create table harvest_origins (
      document_id uuid not null references harvest_documents on delete cascade,
      entry_id uuid not null,
      issuer_key text not null,
      address text not null,
      primary key (document_id, entry_id)
    );
    create index harvest_origins_of_entry on harvest_origins (entry_id);
    create index harvest_origins_of_issuer on harvest_origins (issuer_key);
    create table harvest_records (
      id uuid primary key,
      document_id uuid not null unique references harvest_documents on delete cascade,
      address text not null,
      final_address text not null,
      content_type text,
      digest text not null,
      bytes bytea not null,
      reduced boolean not null default false,
      fetched_at timestamptz not null
    );
    create table harvest_files (
      source_id uuid primary key references directory_sources on delete cascade,
      name text not null,
      content_type text not null,
      bytes bytea not null
    );
    create table harvest_hosts (
      host text primary key,
      robots text,
      robots_at timestamptz,
      next_at timestamptz not null,
      failures integer not null default 0,
      leased_until timestamptz
    );
    create table harvest_issuers (
      key text primary key,
      address text not null,
      document text,
      read_at timestamptz not null
    );
    create table harvest_names (issuer_key text primary key, name text not null, skeleton text not null);
    create index harvest_names_alike on harvest_names (skeleton);
    create table harvest_likenesses (
      id uuid primary key,
      issuer_key text not null unique,
      name text not null,
      like_name text not null,
      like_key text not null,
      state text not null check (state in ('held', 'allowed', 'refused')),
      created_at timestamptz not null,
      decided_at timestamptz
    );
    alter table directory_reports add column detail text not null default '', add column answer text;
    create table harvest_proofs (
      id uuid primary key,
      host text not null,
      token text not null,
      entry_id uuid not null,
      entry_name text not null,
      issuer_key text not null,
      issuer_name text not null,
      whole boolean not null,
      state text not null check (state in ('open', 'removed', 'reopened')),
      created_at timestamptz not null,
      checked_at timestamptz
    );
    create table harvest_closures (
      scope text primary key,
      proof_id uuid not null references harvest_proofs,
      closed_at timestamptz not null
    );
  `,
}
