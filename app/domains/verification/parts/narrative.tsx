import { List } from '../../../ui/receipt.tsx'
import { readNarrative } from '../narrative.ts'

/** A short Markdown text as paragraphs and lists, its words only. */
export const Narrative = ({ markdown, colon }: { markdown: string; colon: string }) => (
  <div class="flow txt">
    {readNarrative(markdown).map((piece, index) =>
      piece.kind === 'list' ? (
        <List key={index} ordered items={piece.items} />
      ) : (
        <p key={index}>
          {piece.kind === 'labelled' && (
            <b>
              {piece.label}
              {colon}{' '}
            </b>
          )}
          {piece.text}
        </p>
      ),
    )}
  </div>
)
