// The library ships no types; only what is used here is declared.
declare module 'jsonld' {
  export interface RdfTerm {
    termType: 'NamedNode' | 'BlankNode' | 'Literal' | 'DefaultGraph'
    value: string
    datatype?: { value: string }
    language?: string
  }
  export interface RdfQuad {
    subject: RdfTerm
    predicate: RdfTerm
    object: RdfTerm
    graph: RdfTerm
  }
  export interface ToRdfOptions {
    safe: boolean
    base: null
    rdfDirection: 'i18n-datatype'
    documentLoader: (
      url: string,
    ) => Promise<{ documentUrl: string; contextUrl: null; document: unknown; tag: 'static' }>
  }
  const jsonld: { toRDF(document: unknown, options: ToRdfOptions): Promise<RdfQuad[]> }
  export default jsonld
}
