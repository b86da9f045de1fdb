import type { Locale } from '../infra/i18n.ts'
import type { StampDesign } from '../ui/stamp/draw.ts'
import { Stamp } from '../ui/stamp/stamp.tsx'
import { siteWords } from './words.ts'

type NatureKey = keyof ReturnType<typeof siteWords>['natures']

/** One mark for each nature, drawn as an example: the silhouette is the nature's, the rest is free. */
const examples: { key: NatureKey; design: StampDesign }[] = [
  { key: 'participation', design: { shape: 'disc', colours: 'craie', symbol: 'door' } },
  { key: 'engagement', design: { shape: 'pennant', colours: 'gaude', symbol: 'bicycle' } },
  { key: 'realisation', design: { shape: 'half-disc', colours: 'argile', symbol: 'pot' } },
  { key: 'competence', design: { shape: 'lozenge', colours: 'sarcelle', symbol: 'checklist' } },
  { key: 'certification', design: { shape: 'shield', colours: 'encre', symbol: 'compass' } },
  {
    key: 'registered',
    design: { shape: 'shield-bar', colours: 'encre', symbol: 'screen', numberBar: 'RS 0000' },
  },
]

/** The six silhouettes in a ruled grid, as on the front page. */
export const NatureGrid = ({ locale }: { locale: Locale }) => {
  const t = siteWords(locale)
  return (
    <figure class="sampler">
      <ul aria-label={t.home.natures}>
        {examples.map(({ key, design }) => (
          <li key={key}>
            <Stamp {...design} size={88} />
            <span>{t.natures[key].name}</span>
          </li>
        ))}
      </ul>
      <figcaption class="small soft">{t.home.shape}</figcaption>
    </figure>
  )
}

/** The six silhouettes with what each says. */
export const NatureList = ({ locale }: { locale: Locale }) => {
  const t = siteWords(locale)
  return (
    <ul class="list">
      {examples.map(({ key, design }) => (
        <li key={key} class="entry middle">
          <Stamp {...design} size={72} />
          <div>
            <h3>{t.natures[key].name}</h3>
            <p class="soft">{t.natures[key].says}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}
