import type { Context } from '../../infra/context.ts'
import { officialSql } from './official.ts'
import type { TerritoryKind } from './store.ts'

export type TerritoriesTables = {
  territories: {
    id: string
    slug: string
    name: string
    kind: TerritoryKind
    demo: boolean
    /** `R28`, `D14`; null for what Insee does not number. */
    code: string | null
    parent_id: string | null
  }
}

export const tables = (ctx: Context) => ctx.db.withTables<TerritoriesTables>()

export const territoriesStep = {
  name: '0003-territories',
  sql: `
    create table territories (
      id uuid primary key,
      slug text not null unique,
      name text not null,
      kind text not null check (kind in ('region', 'department', 'city-area')),
      demo boolean not null default false
    );
  `,
}

/** The official places, with their codes and what each stands in. */
export const territoryAreasStep = {
  name: '0010-territories-areas',
  sql: `
    alter table territories
      add column code text unique,
      add column parent_id uuid references territories on delete set null;
    create index territories_of_parent on territories (parent_id);
    ${officialSql}
  `,
}
