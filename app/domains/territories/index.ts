export {
  ensureTerritory,
  listTerritories,
  removeDemoTerritories,
  type Territory,
  type TerritoryKind,
  territoryById,
  territoryBySlug,
} from './store.ts'
export { territoriesStep } from './tables.ts'
