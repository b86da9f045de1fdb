export { createOrganisation, type OrganisationInput } from './actions/create-organisation.ts'
export { addMember } from './actions/keep-members.ts'
export { inviteToNetwork, joinNetwork } from './actions/keep-network.ts'
export { organisationCreated, organisationEdited } from './events.ts'
export { isNetworkMember, type NetworkLink, networksOf } from './networks.ts'
export { OrganisationFacts } from './pages/organisation-facts.tsx'
export { may, permit, roleOf } from './permit.ts'
export type { Role, Verb } from './policy.ts'
export { organisationProfile } from './profile.ts'
export { isWebAddress, type OrganisationKind, webAddressOf } from './rules.ts'
export {
  deleteDemoOrganisations,
  listOrganisations,
  type Member,
  membersOf,
  type Organisation,
  organisationById,
  organisationBySlug,
  organisationsById,
  organisationsOf,
} from './store.ts'
export { networksStep, organisationsStep } from './tables.ts'
export { organisationWords, roleName } from './words.ts'
