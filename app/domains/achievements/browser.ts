// The door for code that also runs in the reader's browser: pure, and light.
export { achievementTypeOf, type Nature, natures, shapeOf } from './nature.ts'
export {
  FactRow,
  factAnswer,
  factName,
  SolidityFacts,
  SolidityRow,
  SolidityTicks,
} from './pages/solidity.tsx'
export { withinSentence } from './within-sentence.ts'
