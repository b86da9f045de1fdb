/** How often the rules of badge-quality agree with two careful readers: the package's own script, in this house's lines. */
await import('../../packages/badge-quality/scripts/agreement.ts')
