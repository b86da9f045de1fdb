import { stampPng } from '../../ui/stamp/png.ts'
import { stampSvg } from '../../ui/stamp/svg.ts'
import type { Facts } from './facts.ts'
import { shapeOf } from './nature.ts'
import { sayRegistered } from './registered.ts'
import { achievementWords } from './words.ts'

type Marked = Pick<Facts, 'nature' | 'look' | 'registration' | 'name' | 'language'>

/** The number that the bar carries: of a registered certification, and checked. */
const barOf = ({ nature, registration }: Pick<Facts, 'nature' | 'registration'>): string | undefined =>
  nature !== 'registered' || registration?.checked === undefined ? undefined : sayRegistered(registration)

/** What the engine of marks draws. The bar stays blank where the number was not checked. */
export const designOf = ({
  nature,
  look,
  registration,
}: Pick<Facts, 'nature' | 'look' | 'registration'>) => ({
  shape: shapeOf[nature],
  symbol: look.symbol,
  colours: look.colours,
  ...(look.ringText === undefined ? {} : { ringText: look.ringText }),
  ...(barOf({ nature, registration }) === undefined ? {} : { numberBar: barOf({ nature, registration }) }),
})

/** The text alternative of the mark, in the language of the badge. */
export const markLabel = ({ nature, registration, name, language }: Marked): string => {
  const words = achievementWords(language)
  const bar = barOf({ nature, registration })
  const label = words.markOf(words.natures[nature].name, name)
  return bar === undefined ? label : `${label}, ${bar}`
}

// Drawing takes milliseconds and the same few marks are asked for again and again.
const drawn = new Map<string, Uint8Array>()
const kept = 300

/** The mark as files. The same facts give the same bytes. */
export function achievementImage(version: Marked): { svg(): string; png(): Uint8Array } {
  const options = { ...designOf(version), title: markLabel(version) }
  return {
    svg: () => stampSvg(options),
    png: () => {
      const key = JSON.stringify(options)
      const known = drawn.get(key)
      if (known !== undefined) return known
      const made = stampPng(options)
      const oldest = drawn.keys().next()
      if (drawn.size >= kept && oldest.done !== true) drawn.delete(oldest.value)
      drawn.set(key, made)
      return made
    },
  }
}
