export {
  type Area,
  areaByCode,
  areasOf,
  ensureTerritory,
  listAreas,
  listTerritories,
  removeDemoTerritories,
  type Territory,
  type TerritoryKind,
  territoriesWithin,
  territoryById,
  territoryBySlug,
} from './store.ts'
export { territoriesStep, territoryAreasStep } from './tables.ts'
