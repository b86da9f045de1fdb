import type { ColumnType } from 'kysely'
import type { Context } from '../../infra/context.ts'

/** Written as text, read as whatever the column holds: it is parsed before use. */
type Json = ColumnType<unknown, string, string>

/**
 * `ready`: can be awarded · `faulty`: to correct · `already`: held before, or twice in the list ·
 * `recorded`: the credential exists, its signature is on its way · `awarded`: signed.
 */
export type RowState = 'ready' | 'faulty' | 'already' | 'recorded' | 'awarded'

export type ClaimsTables = {
  award_batches: {
    id: string
    organisation_id: string
    achievement_id: string
    version: number
    /** What was read: the name of a file, its separator and its encoding. */
    source: Json
    state: 'preview' | 'confirmed' | 'done'
    created_by: string | null
    created_by_name: string
    created_at: Date
    confirmed_at: Date | null
    finished_at: Date | null
    /** Year and number of the receipt within the organisation, given at confirmation. */
    receipt_year: number | null
    receipt_number: number | null
  }
  award_rows: {
    /** Also names what asks for the credential, so a row is never awarded twice. */
    id: string
    batch_id: string
    line: number
    name: string
    address: string
    evidence: string
    narrative: string
    state: RowState
    /** Codes of what is wrong, cell by cell. */
    faults: Json
    /** For a row left out because the list holds it before: that line. */
    twin_line: number | null
    credential_id: string | null
  }
  claim_codes: {
    id: string
    code: string
    organisation_id: string
    achievement_id: string
    version: number
    /** Whom it is for, in the words of the staff. */
    label: string
    narrative: string
    opens_at: Date
    closes_at: Date
    max_awards: number
    approval: 'automatic' | 'staff'
    stopped_at: Date | null
    created_by: string | null
    created_at: Date
  }
  claim_requests: {
    /** Made with the form, so a form sent twice is one request. */
    id: string
    code_id: string
    /** The address, or the name for somebody without one: one request for one person. */
    person_key: string
    name: string
    address: string | null
    state: 'waiting' | 'accepted' | 'refused'
    created_at: Date
    decided_at: Date | null
    decided_by: string | null
    credential_id: string | null
  }
  claim_cards: {
    code: string
    credential_id: string
    organisation_id: string
    batch_id: string | null
    created_at: Date
    /** When its bearer gave an address. */
    kept_at: Date | null
  }
}

export const tables = (ctx: Context) => ctx.db.withTables<ClaimsTables>()

export const claimsStep = {
  name: '0008-claims',
  sql: `
    create table award_batches (
      id uuid primary key,
      organisation_id uuid not null references organisations on delete cascade,
      achievement_id uuid not null,
      version int not null,
      source jsonb not null,
      state text not null check (state in ('preview', 'confirmed', 'done')),
      created_by uuid references accounts on delete set null,
      created_by_name text not null,
      created_at timestamptz not null,
      confirmed_at timestamptz,
      finished_at timestamptz,
      receipt_year int,
      receipt_number int,
      unique (organisation_id, receipt_year, receipt_number)
    );
    create index award_batches_of on award_batches (organisation_id, created_at desc);
    create index award_batches_running on award_batches (confirmed_at) where state = 'confirmed';
    create table award_rows (
      id uuid primary key,
      batch_id uuid not null references award_batches on delete cascade,
      line int not null,
      name text not null,
      address text not null,
      evidence text not null,
      narrative text not null,
      state text not null check (state in ('ready', 'faulty', 'already', 'recorded', 'awarded')),
      faults jsonb not null,
      twin_line int,
      credential_id uuid,
      unique (batch_id, line)
    );
    create index award_rows_by_state on award_rows (batch_id, state, line);
    create index award_rows_recorded on award_rows (credential_id) where state = 'recorded';

    create table claim_codes (
      id uuid primary key,
      code text not null unique,
      organisation_id uuid not null references organisations on delete cascade,
      achievement_id uuid not null,
      version int not null,
      label text not null,
      narrative text not null,
      opens_at timestamptz not null,
      closes_at timestamptz not null,
      max_awards int not null check (max_awards > 0),
      approval text not null check (approval in ('automatic', 'staff')),
      stopped_at timestamptz,
      created_by uuid references accounts on delete set null,
      created_at timestamptz not null
    );
    create index claim_codes_of on claim_codes (achievement_id, created_at desc);
    create index claim_codes_of_organisation on claim_codes (organisation_id);
    create table claim_requests (
      id uuid primary key,
      code_id uuid not null references claim_codes on delete cascade,
      person_key text not null,
      name text not null,
      address text,
      state text not null check (state in ('waiting', 'accepted', 'refused')),
      created_at timestamptz not null,
      decided_at timestamptz,
      decided_by uuid references accounts on delete set null,
      credential_id uuid,
      unique (code_id, person_key)
    );
    create table claim_cards (
      code text primary key,
      credential_id uuid not null unique,
      organisation_id uuid not null references organisations on delete cascade,
      batch_id uuid references award_batches on delete cascade,
      created_at timestamptz not null,
      kept_at timestamptz
    );
    create index claim_cards_of_batch on claim_cards (batch_id);
    create index claim_cards_of_organisation on claim_cards (organisation_id);
  `,
}
