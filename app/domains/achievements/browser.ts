// The door for code that also runs in the reader's browser: pure, and light.
export { achievementTypeOf, type Nature, natures, shapeOf } from './nature.ts'
export { RegistrationLine } from './pages/registration-line.tsx'
export {
  FactRow,
  factAnswer,
  factName,
  SolidityFacts,
  SolidityRow,
  SolidityTicks,
} from './pages/solidity.tsx'
export { registerWords } from './register-words.ts'
export { heldBy } from './registered.ts'
export { withinSentence } from './within-sentence.ts'
