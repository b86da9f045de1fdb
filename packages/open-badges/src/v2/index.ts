// The door `@insigne/open-badges/open-badges-2.0`: badges of before 3.0, and their twins.
export type { Conversion, ConversionInput, Loss, LossCode } from './convert.ts'
export { convert, lossCodes } from './convert.ts'
export type { DefinitionConversion, DefinitionInput } from './definition.ts'
export { convertBadgeClass } from './definition.ts'
export type * from './model.ts'
export type { AchievementTwinInput, CredentialTwinInput, IssuerTwinInput } from './twin.ts'
export { twinOfAchievement, twinOfCredential, twinOfProfile } from './twin.ts'
export { upgradeAssertion, upgradeBadgeClass, upgradeIssuer } from './upgrade.ts'
