export { answersOf } from './answers.ts'
export { assess } from './assess.ts'
export type { Gate } from './gates.ts'
export { gates } from './gates.ts'
export type {
  AssessInput,
  Assessment,
  CheckNumber,
  DeclaredRegistration,
  DocumentName,
  FactCode,
  Framework,
  KnownEndorsement,
  KnownReport,
  MissingFact,
  NatureFinding,
  Proof,
  RegistrationState,
  SolidityCheck,
  State,
  StructuredFacts,
} from './model.ts'
export { checkCodes } from './model.ts'
export type { WordingReading } from './read-wording.ts'
export { readWording } from './read-wording.ts'
export { declaredRegistration } from './registration.ts'
export { rulesVersion } from './version.ts'
