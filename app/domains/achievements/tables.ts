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
    /** Set while it is not awarded any more. */
    retired_at: Date | null
  }
  achievement_drafts: { achievement_id: string; facts: Json; saved_at: Date }
  achievement_versions: { achievement_id: string; version: number; facts: Json; published_at: Date }
  /** The versions that a network offers as models. */
  achievement_templates: {
    achievement_id: string
    version: number
    open_parts: string[]
    offered_at: Date
    withdrawn_at: Date | null
  }
  /** Which achievement of a member follows which model: one each. */
  achievement_adoptions: {
    achievement_id: string
    template_id: string
    organisation_id: string
    adopted_at: Date
  }
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

// A model may go without taking the badges that follow it: their versions say themselves where they come from.
export const achievementsMeaningStep = {
  name: '0012-achievements-meaning',
  sql: `
    alter table achievements add column retired_at timestamptz;
    create table achievement_templates (
      achievement_id uuid primary key references achievements on delete cascade,
      version int not null,
      open_parts text[] not null,
      offered_at timestamptz not null,
      withdrawn_at timestamptz,
      foreign key (achievement_id, version) references achievement_versions (achievement_id, version)
    );
    create table achievement_adoptions (
      achievement_id uuid primary key references achievements on delete cascade,
      template_id uuid not null references achievements on delete cascade,
      organisation_id uuid not null references organisations on delete cascade,
      adopted_at timestamptz not null,
      unique (template_id, organisation_id)
    );
    create index achievement_adoptions_of on achievement_adoptions (organisation_id);
  `,
}
