import type { Quad, Term } from './rdf.ts'

/** A value of a property: a term with the end of its line, or a blank node whose label is not known yet. */
export type Value = string | NodeRecord

/** What ends a line of N-Quads after its object. */
export const lineEnd = ' .\n'

/** What never changes of a node, computed once. */
export interface KeptNode {
  /** Its values that are blank nodes. */
  blanks: readonly NodeRecord[]
  /** Its lines in UTF-8, keyed by the labels they hold. */
  texts: Map<string, Uint8Array>
}

/** Everything said of one node in one place of a document, in the order of its canonical lines. */
export interface NodeRecord {
  /** `<iri>`; empty for a blank node. */
  subject: Term
  /** ` <iri> ` of each statement, ordered; a property with several values comes several times. */
  predicates: string[]
  values: Value[]
  /** Predicates came twice from two names, or values must be ordered once labels are known. */
  unordered: boolean
  /** Holds texts beyond ASCII: they are encoded by themselves. */
  hasWide: boolean
  /** Of a blank node: hash of its first-degree lines, once known. */
  hash: string
  /** Of a blank node: its canonical label in the document that is being written. */
  label: Term
  /** Who points here, for a blank node. */
  parent: NodeRecord | undefined
  /** By which property. */
  via: string
  /** Blank node of the graph this is said in. */
  graph: NodeRecord | undefined
  /** For a node of a part of many documents: what was computed of it. */
  kept: KeptNode | undefined
}

/** A document as records. */
export interface Records {
  nodes: NodeRecord[]
  hasGraphs: boolean
}

export const newRecord = (subject: Term, graph: NodeRecord | undefined): NodeRecord => ({
  subject,
  predicates: [],
  values: [],
  unordered: false,
  hasWide: false,
  hash: '',
  label: '',
  parent: undefined,
  via: '',
  graph,
  kept: undefined,
})

/** The same statements as quads, with blank nodes `_:b0`, `_:b1`… */
export function toQuads({ nodes }: Records): Quad[] {
  const labels = new Map<NodeRecord, Term>()
  const termOf = (value: Value): Term => {
    if (typeof value === 'string') return value.slice(0, -lineEnd.length)
    if (value.subject !== '') return value.subject
    const label = labels.get(value) ?? `_:b${labels.size}`
    labels.set(value, label)
    return label
  }
  const quads: Quad[] = []
  for (const node of nodes) {
    const subject = termOf(node)
    const graph = node.graph ? termOf(node.graph) : ''
    for (let at = 0; at < node.predicates.length; at += 1) {
      quads.push({
        subject,
        predicate: (node.predicates[at] ?? '').trim(),
        object: termOf(node.values[at] ?? ''),
        graph,
      })
    }
  }
  return quads
}
