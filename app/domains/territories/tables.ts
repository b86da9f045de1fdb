import type { Context } from '../../infra/context.ts'
import type { TerritoryKind } from './store.ts'

export type TerritoriesTables = {
  territories: { id: string; slug: string; name: string; kind: TerritoryKind; demo: boolean }
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
