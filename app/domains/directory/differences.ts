import type { DirectoryEntry, FactState } from './model.ts'

/** The checks, 1 to 10, that hold on one of two badges and not on the other. */
export interface FactDifference {
  there: number[]
  here: number[]
}

export function differingFacts(here: readonly FactState[], there: readonly FactState[]): FactDifference {
  const checks = here.map((_, index) => index + 1)
  const holds = (facts: readonly FactState[], check: number) => facts[check - 1] === 'yes'
  return {
    there: checks.filter((check) => holds(there, check) && !holds(here, check)),
    here: checks.filter((check) => holds(here, check) && !holds(there, check)),
  }
}

/** The rows of a comparison in which answers are compared; a text of its own is shown and not compared. */
export const comparedRows = ['nature', 'declared', 'skills', 'language', 'awarded'] as const
export type ComparedRow = (typeof comparedRows)[number]

/** Whether the badges give different answers to this row. */
export const rowDiffers = (row: ComparedRow, entries: readonly DirectoryEntry[]): boolean =>
  new Set(entries.map((entry) => answerTo(row, entry))).size > 1

export const factDiffers = (check: number, entries: readonly DirectoryEntry[]): boolean =>
  new Set(entries.map((entry) => entry.facts[check - 1])).size > 1

function answerTo(row: ComparedRow, entry: DirectoryEntry): string {
  switch (row) {
    case 'nature':
      return entry.nature.shown
    case 'declared':
      return entry.nature.declared ?? ''
    case 'skills':
      return entry.skills
        .map((skill) => `${skill.skillId ?? (skill.address || skill.name)}${skill.suggested ? '?' : ''}`)
        .sort()
        .join(' ')
    case 'language':
      return entry.language ?? ''
    case 'awarded':
      return String(entry.awarded)
  }
}
