import type { Context } from '../../infra/context.ts'
import type { Role } from './policy.ts'
import type { OrganisationKind } from './rules.ts'

export type OrganisationsTables = {
  organisations: {
    id: string
    slug: string
    name: string
    display_name: string
    kind: OrganisationKind
    description: string
    url: string | null
    email: string | null
    city: string
    territory_id: string | null
    quality_assurance: string | null
    did: string
    demo: boolean
    created_at: Date
  }
  memberships: { organisation_id: string; account_id: string; role: Role; added_at: Date }
  /** Organisations of a network: invited, then joined. Whoever leaves has no row. */
  network_members: {
    network_id: string
    organisation_id: string
    invited_at: Date
    joined_at: Date | null
  }
}

export const tables = (ctx: Context) => ctx.db.withTables<OrganisationsTables>()

export const organisationsStep = {
  name: '0004-organisations',
  sql: `
    create table organisations (
      id uuid primary key,
      slug text not null unique,
      name text not null,
      display_name text not null,
      kind text not null
        check (kind in ('training', 'company', 'temp-agency', 'branch', 'association', 'public-body')),
      description text not null,
      url text,
      email text,
      city text not null,
      territory_id uuid references territories on delete set null,
      quality_assurance text,
      did text not null unique,
      demo boolean not null default false,
      created_at timestamptz not null
    );
    create index organisations_of_territory on organisations (territory_id);
    create table memberships (
      organisation_id uuid not null references organisations on delete cascade,
      account_id uuid not null references accounts on delete cascade,
      role text not null check (role in ('owner', 'issuer-manager', 'awarder', 'viewer')),
      added_at timestamptz not null,
      primary key (organisation_id, account_id)
    );
    create index memberships_of_account on memberships (account_id);
  `,
}

export const networksStep = {
  name: '0012-organisations-networks',
  sql: `
    create table network_members (
      network_id uuid not null references organisations on delete cascade,
      organisation_id uuid not null references organisations on delete cascade,
      invited_at timestamptz not null,
      joined_at timestamptz,
      primary key (network_id, organisation_id),
      check (network_id <> organisation_id)
    );
    create index network_members_of on network_members (organisation_id);
  `,
}
