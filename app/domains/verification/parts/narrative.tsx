import { readNarrative } from '../narrative.ts'

/** A short Markdown text as paragraphs and lists, its words only. */
export const Narrative = ({ markdown, colon }: { markdown: string; colon: string }) => (
  <div class="flow txt">
    {readNarrative(markdown).map((piece, index) =>
      piece.kind === 'list' ? (
        <ol key={index}>
          {piece.items.map((item, place) => (
            <li key={item}>
              <span class="num">{place + 1}.</span> {item}
            </li>
          ))}
        </ol>
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
