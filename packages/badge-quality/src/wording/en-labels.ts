import { list } from './pattern.ts'
import type { LabelWords, ValueWords } from './wording.ts'

export const labels: LabelWords = {
  nature: ['declared nature', 'nature'],
  situation: ['situation'],
  action: ['what the person does'],
  criteria: ['criteria'],
  assessment: ['type of assessment', 'assessment type', 'assessment method'],
  assessor: ['assessed by', 'assessor', 'assessors'],
  independence: ['who assesses'],
  evidence: ['evidence or account of the facts', 'evidence rule'],
  grid: ['grid'],
  identity: ['identity check'],
  registration: ['register number'],
  context: list(`
    workload; level; form of participation; supervision; prerequisites; place in a set; further information;
    expected result; detail; illustrative sample; template of
  `),
}

export const values: ValueWords = {
  natures: {
    registered: ['registered certification'],
    certification: ['*certification', 'network certification'],
    competence: ['competency', 'competence'],
    realisation: ['achievement', 'realisation'],
    engagement: ['engagement'],
    participation: ['participation'],
  },
  none: list(`no; none; no *; not *; without`),
  required: ['required*', 'mandatory', 'compulsory'],
  optional: ['possible*', 'optional', 'not required'],
  otherPerson: list(`someone other*; another person*; independent; external`),
  samePerson: list(`the person themself; themself; self; self-assessment; the person`),
  shown: list(`shown*; published*; shared*; yes; public`),
  notShown: ['not shown*', 'no', 'not *'],
}
