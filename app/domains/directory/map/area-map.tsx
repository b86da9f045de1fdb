import { type Locale, sayNumber } from '../../../infra/i18n.ts'
import { searchWords } from '../search-words.ts'
import { type Step, stepOf, stepsOf } from './classes.ts'
import { departmentTiles, gridColumns, gridRows, type Tile } from './grid.ts'

export interface MapArea {
  code: string
  name: string
  /** Name of the region of a department. */
  region: string
  count: number
  chosen: boolean
  href: string
}

const pitch = 24
const side = 22

/** The departments as tiles of one size, each a link; then the key in words, and the same figures as a table. */
export const AreaMap = (props: { locale: Locale; areas: readonly MapArea[] }) => {
  const { locale, areas } = props
  const t = searchWords(locale).map
  const steps = stepsOf(areas.map((area) => area.count))
  return (
    <div class="map-block">
      <a class="skip-map" href="#map-end">
        {t.skip}
      </a>
      <nav aria-label={t.label}>
        <svg class="tile-map" viewBox={`-1 -1 ${gridColumns * pitch} ${gridRows * pitch}`}>
          <title>{t.label}</title>
          {inOrder(areas).map(([area, tile]) => (
            <MapTile
              key={area.code}
              locale={locale}
              area={area}
              tile={tile}
              step={stepOf(area.count, steps)}
            />
          ))}
        </svg>
      </nav>
      <Legend locale={locale} steps={steps} />
      <div class="small soft" id="map-end">
        <p>{t.note}</p>
        {areas.some((area) => area.chosen) && <p>{t.outline}</p>}
      </div>
      <details class="small">
        <summary>{t.table}</summary>
        <FigureTable locale={locale} areas={areas} />
      </details>
    </div>
  )
}

// The thick outline of a chosen tile must lie over its neighbours: it is drawn last.
const inOrder = (areas: readonly MapArea[]): [MapArea, Tile][] =>
  [...areas]
    .sort((a, b) => Number(a.chosen) - Number(b.chosen))
    .flatMap((area) => {
      const tile = departmentTiles.get(area.code)
      return tile === undefined ? [] : [[area, tile] satisfies [MapArea, Tile]]
    })

const MapTile = (props: { locale: Locale; area: MapArea; tile: Tile; step: number }) => {
  const { area, locale, step, tile } = props
  const t = searchWords(locale).map
  const [x, y] = [tile[0] * pitch, tile[1] * pitch]
  const number = area.code.slice(1)
  const said = t.tile(`${area.name} (${number})`, sayNumber(locale, area.count), area.count > 1)
  return (
    <a href={area.href} class={`s${step}${area.chosen ? ' on' : ''}`}>
      <title>{area.chosen ? t.chosen(said) : said}</title>
      <path d={`M${x} ${y}h${side}v${side}h-${side}z`} />
      <text x={x + side / 2} y={y + 15}>
        {number}
      </text>
    </a>
  )
}

const Legend = ({ locale, steps }: { locale: Locale; steps: readonly Step[] }) => {
  const t = searchWords(locale).map
  const say = (number: number) => sayNumber(locale, number)
  return (
    <ul class="map-key small" aria-label={t.legend}>
      <li>
        <span class="swatch s0" />
        {t.none}
      </li>
      {steps.map(({ from, to }, index) => (
        <li key={from}>
          <span class={`swatch s${index + 1}`} />
          {to === null ? t.from(say(from)) : t.range(say(from), say(to))}
        </li>
      ))}
    </ul>
  )
}

const FigureTable = ({ locale, areas }: { locale: Locale; areas: readonly MapArea[] }) => {
  const t = searchWords(locale).map
  return (
    <table class="figures">
      <caption class="vh">{t.title}</caption>
      <thead>
        <tr>
          <th scope="col">{t.department}</th>
          <th scope="col">{t.region}</th>
          <th scope="col" class="num">
            {t.count}
          </th>
        </tr>
      </thead>
      <tbody>
        {areas.map((area) => (
          <tr key={area.code}>
            <th scope="row">
              {area.code.slice(1)} <a href={area.href}>{area.name}</a>
            </th>
            <td>{area.region}</td>
            <td class="num">{sayNumber(locale, area.count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
