import type { Context } from '../../infra/context.ts'
import type { EntryState } from './rules.ts'

export type BackpackTables = {
  backpack_entries: {
    id: string
    credential_id: string
    /** Set when a signed-in person keeps it; before that, the address decides who it is for. */
    account_id: string | null
    address: string | null
    state: EntryState
    decline_reason: string | null
    received_at: Date
    decided_at: Date | null
  }
  /** Links of the messages: whoever holds one may see the badge. Only digests are stored. */
  backpack_bearers: { token_digest: string; entry_id: string; created_at: Date }
  /** Public addresses. One that was withdrawn stays, to say so and nothing more. */
  backpack_pages: {
    slug: string
    entry_id: string
    /** The holder lets search engines show the page. */
    indexed: boolean
    created_at: Date
    withdrawn_at: Date | null
  }
}

export const tables = (ctx: Context) => ctx.db.withTables<BackpackTables>()

export const backpackStep = {
  name: '0008-backpack',
  sql: `
    create table backpack_entries (
      id uuid primary key,
      credential_id uuid not null unique references credentials on delete cascade,
      account_id uuid references accounts on delete cascade,
      address text,
      state text not null check (state in ('offered', 'kept', 'declined', 'deleted')),
      decline_reason text,
      received_at timestamptz not null,
      decided_at timestamptz,
      -- A deleted entry keeps nothing of the person.
      check (state <> 'deleted' or (account_id is null and address is null and decline_reason is null))
    );
    create index backpack_entries_of_account on backpack_entries (account_id, received_at desc);
    create index backpack_entries_of_address on backpack_entries (address, received_at desc)
      where account_id is null;
    create table backpack_bearers (
      token_digest text primary key,
      entry_id uuid not null references backpack_entries on delete cascade,
      created_at timestamptz not null
    );
    create index backpack_bearers_of on backpack_bearers (entry_id);
    create table backpack_pages (
      slug text primary key,
      entry_id uuid not null references backpack_entries on delete cascade,
      indexed boolean not null default false,
      created_at timestamptz not null,
      withdrawn_at timestamptz
    );
    create unique index backpack_pages_one_open on backpack_pages (entry_id) where withdrawn_at is null;
  `,
}
