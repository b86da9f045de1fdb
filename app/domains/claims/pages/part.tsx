import type { ComponentProps } from 'preact'
import { Section } from '../../../ui/section.tsx'

/** A section of several things one after the other, with air between them. */
export const Part = ({ children, ...props }: ComponentProps<typeof Section>) => (
  <Section {...props}>
    <div class="flow-wide">{children}</div>
  </Section>
)
