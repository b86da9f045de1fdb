import type { ComponentChildren } from 'preact'

/** White paper: a document (receipt, preview), and nothing else. */
export const Sheet = ({ label, children }: { label?: string | undefined; children?: ComponentChildren }) =>
  label ? (
    <section class="sheet" aria-label={label}>
      {children}
    </section>
  ) : (
    <div class="sheet">{children}</div>
  )
