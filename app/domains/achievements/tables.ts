import type { ColumnType } from 'kysely'
import type { Context } from '../../infra/context.ts'

/** Written as text, read as whatever the column holds: it is parsed before use. */
type Json = ColumnType<unknown, string, string>

export type AchievementsTables = {
  achievements: {
    id: string
    organisation_id: string
    /** Null until the first publication. */
    latest_version: number | null
    created_at: Date
  }
  achievement_drafts: { achievement_id: string; facts: Json; saved_at: Date }
  achievement_versions: { achievement_id: string; version: number; facts: Json; published_at: Date }
}

export const tables = (ctx: Context) => ctx.db.withTables<AchievementsTables>()

// A published version is what signed badges point at: the database itself refuses to change one.
export const achievementsStep = {
  name: '0005-achievements',
  sql: `
    create table achievements (
      id uuid primary key,
      organisation_id uuid not null references organisations on delete cascade,
      latest_version int,
      created_at timestamptz not null
    );
    create index achievements_of on achievements (organisation_id, created_at);
    create table achievement_drafts (
      achievement_id uuid primary key references achievements on delete cascade,
      facts jsonb not null,
      saved_at timestamptz not null
    );
    create table achievement_versions (
      achievement_id uuid not null references achievements on delete cascade,
      version int not null check (version > 0),
      facts jsonb not null,
      published_at timestamptz not null,
      primary key (achievement_id, version)
    );
    create function refuse_version_change() returns trigger language plpgsql as $$
    begin
      raise exception 'a published version never changes';
    end $$;
    create trigger achievement_versions_stay before update on achievement_versions
      for each row execute function refuse_version_change();
  `,
}
