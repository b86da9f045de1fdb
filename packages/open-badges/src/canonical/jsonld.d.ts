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
  /** What words mean at one place of a document. */
  export interface ActiveContext {
    mappings: Map<string, unknown>
    protected: Record<string, boolean>
    previousContext?: ActiveContext
    inverse: unknown
    getInverse: unknown
    clone: () => ActiveContext
    revertToPreviousContext: () => ActiveContext
    processingMode?: string
    '@base'?: unknown
    '@language'?: unknown
    '@vocab'?: unknown
    '@direction'?: unknown
  }
  export interface ProcessedContext {
    context: ActiveContext
    events: readonly unknown[]
  }
  export interface ResolvedContext {
    readonly document: import('../json.ts').JsonObject | null
    getProcessed(active: ActiveContext): ProcessedContext | undefined
    setProcessed(active: ActiveContext, processed: ProcessedContext): void
  }
  export interface ContextRequest {
    context: import('../json.ts').Json
  }
  export interface ContextResolver {
    resolve(request: ContextRequest): Promise<ResolvedContext[]>
  }
  export interface ToRdfOptions {
    safe: boolean
    base: null
    rdfDirection: 'i18n-datatype'
    documentLoader: (url: string) => Promise<never>
    contextResolver: ContextResolver
  }
  const jsonld: { toRDF(document: unknown, options: ToRdfOptions): Promise<RdfQuad[]> }
  export default jsonld
}
