import type { Context } from '../../infra/context.ts'

export type AccountsTables = {
  accounts: {
    id: string
    name: string
    locale: string
    operator: boolean
    demo: boolean
    created_at: Date
  }
  account_addresses: { address: string; account_id: string; verified_at: Date }
  sign_in_links: {
    token_digest: string
    address: string
    /** Set when a signed-in person adds an address to their account. */
    account_id: string | null
    next_path: string
    created_at: Date
    expires_at: Date
    used_at: Date | null
  }
  sessions: {
    id: string
    token_digest: string
    account_id: string
    device: string
    created_at: Date
    seen_at: Date
    expires_at: Date
  }
  instance_claims: { token_digest: string; created_at: Date; used_at: Date | null }
}

export const tables = (ctx: Context) => ctx.db.withTables<AccountsTables>()

export const accountsStep = {
  name: '0002-accounts',
  sql: `
    create table accounts (
      id uuid primary key,
      name text not null default '',
      locale text not null default 'fr',
      operator boolean not null default false,
      demo boolean not null default false,
      created_at timestamptz not null
    );
    create table account_addresses (
      address text primary key,
      account_id uuid not null references accounts on delete cascade,
      verified_at timestamptz not null
    );
    create index account_addresses_of on account_addresses (account_id);
    create table sign_in_links (
      token_digest text primary key,
      address text not null,
      account_id uuid references accounts on delete cascade,
      next_path text not null,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      used_at timestamptz
    );
    create index sign_in_links_recent on sign_in_links (address, created_at);
    create table sessions (
      id uuid primary key,
      token_digest text not null unique,
      account_id uuid not null references accounts on delete cascade,
      device text not null,
      created_at timestamptz not null,
      seen_at timestamptz not null,
      expires_at timestamptz not null
    );
    create index sessions_of on sessions (account_id);
    create table instance_claims (
      token_digest text primary key,
      created_at timestamptz not null,
      used_at timestamptz
    );
  `,
}
