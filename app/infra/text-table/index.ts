export { decode, type Encoding } from './decode.ts'
export { type Separator, type SourceLine, separate } from './separate.ts'
