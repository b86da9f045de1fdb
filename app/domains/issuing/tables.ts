import type { Context } from '../../infra/context.ts'

export type KeyState = 'pending' | 'active' | 'retired' | 'compromised'

export type IssuingTables = {
  issuer_keys: {
    id: string
    organisation_id: string
    /** The DID URL of the verification method: never reused. */
    verification_method: string
    public_key_multibase: string
    /** Sealed by the vault; useless without the master secret. */
    sealed_secret_key: Buffer
    state: KeyState
    created_at: Date
    activated_at: Date | null
    retired_at: Date | null
    compromised_at: Date | null
  }
  status_lists: {
    id: string
    organisation_id: string
    /** Decides the order in which indexes are given out. */
    seed: Buffer
    allocated: number
    open: boolean
    /** Grows with each change of a bit; `published_revision` says which one the signed text holds. */
    revision: number
    published_revision: number
    published_json: string | null
    published_at: Date | null
    created_at: Date
  }
  status_bits: { list_id: string; status_index: number; set_at: Date }
  credentials: {
    id: string
    /** What asked for it: the same source never yields two credentials. */
    source_id: string
    organisation_id: string
    achievement_id: string
    version: number
    recipient_name: string
    recipient_address: string | null
    /** The name as it is compared: case, accents and spaces do not count. */
    recipient_key: string
    state: 'prepared' | 'signed'
    /** The intent, recorded before anything is signed; dropped once the signed text holds it. */
    prepared_json: string | null
    signed_json: string | null
    key_id: string | null
    status_list_id: string
    status_index: number
    issued_at: Date
    valid_until: Date | null
    created_at: Date
    signed_at: Date | null
    revoked_at: Date | null
    revocation_reason: string | null
    revoked_by: string | null
  }
}

export const tables = (ctx: Context) => ctx.db.withTables<IssuingTables>()

export const issuingStep = {
  name: '0006-issuing',
  sql: `
    create table issuer_keys (
      id uuid primary key,
      organisation_id uuid not null references organisations on delete cascade,
      verification_method text not null unique,
      public_key_multibase text not null unique,
      sealed_secret_key bytea not null,
      state text not null check (state in ('pending', 'active', 'retired', 'compromised')),
      created_at timestamptz not null,
      activated_at timestamptz,
      retired_at timestamptz,
      compromised_at timestamptz
    );
    create index issuer_keys_of on issuer_keys (organisation_id, created_at);
    create unique index issuer_keys_one_active on issuer_keys (organisation_id) where state = 'active';

    create table status_lists (
      id uuid primary key,
      organisation_id uuid not null references organisations on delete cascade,
      seed bytea not null,
      allocated int not null default 0,
      open boolean not null default true,
      revision int not null default 1,
      published_revision int not null default 0,
      published_json text,
      published_at timestamptz,
      created_at timestamptz not null
    );
    create index status_lists_of on status_lists (organisation_id);
    create unique index status_lists_one_open on status_lists (organisation_id) where open;
    create index status_lists_waiting on status_lists (id) where published_revision < revision;
    create table status_bits (
      list_id uuid not null references status_lists on delete cascade,
      status_index int not null,
      set_at timestamptz not null,
      primary key (list_id, status_index)
    );

    create table credentials (
      id uuid primary key,
      source_id text not null unique,
      organisation_id uuid not null references organisations on delete cascade,
      achievement_id uuid not null,
      version int not null,
      recipient_name text not null,
      recipient_address text,
      recipient_key text not null,
      state text not null default 'prepared',
      prepared_json text,
      signed_json text,
      key_id uuid references issuer_keys,
      status_list_id uuid not null references status_lists on delete cascade,
      status_index int not null,
      issued_at timestamptz not null,
      valid_until timestamptz,
      created_at timestamptz not null,
      signed_at timestamptz,
      revoked_at timestamptz,
      revocation_reason text,
      revoked_by uuid,
      unique (status_list_id, status_index),
      check (state = 'prepared' and prepared_json is not null and signed_json is null
          or state = 'signed' and signed_json is not null and key_id is not null)
    );
    create index credentials_prepared on credentials (organisation_id, created_at) where state = 'prepared';
    create index credentials_of on credentials (organisation_id, created_at desc);
    create index credentials_by_address on credentials (achievement_id, recipient_address);
    create index credentials_by_name on credentials (achievement_id, recipient_key);
  `,
}
