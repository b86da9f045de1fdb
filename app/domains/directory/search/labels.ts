import { checkCodes } from '@insigne/badge-quality'
import type { Context } from '../../../infra/context.ts'
import type { Database } from '../../../infra/database.ts'
import type { Locale } from '../../../infra/i18n.ts'
import { natureName, natures, solidityWords } from '../../achievements/index.ts'
import { listAreas } from '../../territories/index.ts'
import type { FacetName } from '../query.ts'
import { directoryWords } from '../words.ts'

/** Names of values that need no look at the directory. */
export function fixedLabel(locale: Locale, facet: FacetName, value: string): string | undefined {
  const words = directoryWords(locale)
  switch (facet) {
    case 'nature': {
      const nature = natures.find((one) => one === value)
      return nature === undefined ? words.undetermined : natureName(locale, nature)
    }
    case 'fact': {
      const code = codes[Number(value) - 1]
      return code === undefined ? value : solidityWords(locale).names[code]
    }
    case 'language':
      return languageName(locale, value)
    case 'awarded':
      return words.awarded
    case 'origin':
      return value === 'here' ? words.origin.here : words.origin.elsewhere
    default:
      return undefined
  }
}

const codes = Object.values(checkCodes)

const languageNames = {
  fr: new Intl.DisplayNames(['fr'], { type: 'language' }),
  en: new Intl.DisplayNames(['en'], { type: 'language' }),
}

function languageName(locale: Locale, code: string): string {
  try {
    return languageNames[locale].of(code) ?? code
  } catch {
    return code
  }
}

const known = new WeakMap<Database, Promise<Map<string, string>>>()

/** The names of the official areas, by their codes. They change with a new version of the product: read once. */
export function areaNames(ctx: Context): Promise<Map<string, string>> {
  let names = known.get(ctx.db)
  if (names === undefined) {
    names = listAreas(ctx).then((areas) => new Map(areas.map(({ code, name }) => [code, name])))
    names.catch(() => known.delete(ctx.db))
    known.set(ctx.db, names)
  }
  return names
}
