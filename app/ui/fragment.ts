import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

/** A part of a page as HTML, for an answer that draws it again. */
export const renderFragment = (node: VNode | null): string => (node === null ? '' : renderToString(node))
