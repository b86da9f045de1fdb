import { OpenBadgesError } from '../errors.ts'
import { isIri } from '../guard/format.ts'
import { type ActiveContext, type Member, MemberStep, Unsupported } from './terms.ts'

/** As it stands between a subject and an object. */
export const rdfType = ' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> '

/** What to throw for a word that no context defines. */
export const unknownTerm = (name: string): OpenBadgesError =>
  new OpenBadgesError({ code: 'context.unknown-term', message: `No context defines ${name.slice(0, 80)}` })

const skipped = { id: '', prefix: false, protected: false }

function memberOf(name: string, meaning: ActiveContext): Member {
  if (name === '@context') return { name, predicate: '', definition: skipped, below: meaning }
  const definition = meaning.terms.get(name)
  if (!definition) {
    if (name.startsWith('@') || name.includes(':')) throw new Unsupported(name)
    throw unknownTerm(name)
  }
  const propagated = meaning.previous ?? meaning
  const { id, scoped } = definition
  const below = scoped === undefined ? propagated : propagated.belowProperty(name, scoped)
  if (id === '@id') return { name, predicate: '', definition, below }
  if (id === '@type') return { name, predicate: rdfType, definition, below }
  if (id.startsWith('@') || !isIri(id)) throw new Unsupported(name)
  return { name, predicate: ` <${id}> `, definition, below }
}

const maxSteps = 20_000
let steps = 0

/** The next step of a node after one more member. */
export function stepAfter(step: MemberStep, name: string, meaning: ActiveContext): MemberStep {
  const known = step.next.get(name)
  if (known) return known
  const made = new MemberStep(memberOf(name, meaning), step)
  // Real badges have few shapes; a flood of made-up ones must not fill the memory.
  if (steps < maxSteps) {
    steps += 1
    step.next.set(name, made)
  }
  return made
}

/** Members of a node in the order of their canonical lines. */
export function planOf(last: MemberStep): readonly Member[] {
  if (last.plan) return last.plan
  const members: Member[] = []
  for (let step: MemberStep | undefined = last; step?.member; step = step.before) {
    if (step.member.predicate !== '') members.push(step.member)
  }
  members.sort((a, b) => (a.predicate < b.predicate ? -1 : a.predicate > b.predicate ? 1 : 0))
  last.plan = members
  return members
}
