// The door `@insigne/open-badges/clr-2.0`: learner records.
export type { ClrInput } from './build.ts'
export { buildClr, clrV2, prepareClr } from './build.ts'
export type { Association, AssociationType, ClrCredential, ClrSubject } from './model.ts'
export { associationTypes } from './model.ts'
