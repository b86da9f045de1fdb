import type { ComponentChildren } from 'preact'

export type Column = {
  key: string
  label: string
  numeric?: boolean | undefined
  /** The cell that names the row. */
  header?: boolean | undefined
  /** On a phone, label and value on one small line. */
  beside?: boolean | undefined
  /** On a phone, the value alone: it says by itself what it is. */
  bare?: boolean | undefined
}

export type Row = {
  key: string
  cells: Readonly<Record<string, ComponentChildren>>
  /** Draws the eye: the row that decides. */
  alert?: boolean | undefined
}

/** A table that becomes a pile of small receipts on a phone. The caption is always there; it may be hidden. */
export const Table = (props: {
  caption: ComponentChildren
  captionHidden?: boolean | undefined
  columns: readonly Column[]
  rows: readonly Row[]
}) => (
  <table class="stack">
    <caption class={props.captionHidden ? 'vh' : undefined}>{props.caption}</caption>
    <thead>
      <tr>
        {props.columns.map((column) => (
          <th key={column.key} scope="col" class={column.numeric ? 'num' : undefined}>
            {column.label}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {props.rows.map((row) => (
        <tr key={row.key} class={row.alert ? 'alert' : undefined}>
          {props.columns.map((column) => (
            <Cell key={column.key} column={column}>
              {row.cells[column.key]}
            </Cell>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

const Cell = ({ column, children }: { column: Column; children?: ComponentChildren }) =>
  column.header ? (
    <th scope="row">{children}</th>
  ) : (
    <td
      data-label={column.label}
      class={
        [column.numeric && 'num', column.beside && 'beside', column.bare && 'bare']
          .filter(Boolean)
          .join(' ') || undefined
      }
    >
      {children}
    </td>
  )
