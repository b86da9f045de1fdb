import { bakePng, bakeSvg, OpenBadgesError } from '@insigne/open-badges'
import type { AchievementFile } from './achievement-file.ts'
import { UsageError } from './arguments.ts'

/** Puts a signed text into the picture of its achievement. */
export type Bake = (text: string) => Promise<{ ending: 'png' | 'svg'; content: Uint8Array | string }>

/**
 * The picture that the achievement carries, or else its mark as Insigne draws it; nothing is fetched. One that cannot be
 * baked into is refused before anything is signed.
 */
export async function openPicture(
  achievement: AchievementFile,
  kind: 'png' | 'svg',
  unreadable: string,
): Promise<Bake> {
  try {
    const bake = await bakeFor(achievement, kind)
    await bake('{}')
    return bake
  } catch (error) {
    // A badly written data: address, or a picture that is not one.
    if (error instanceof OpenBadgesError || error instanceof URIError) throw new UsageError(unreadable)
    throw error
  }
}

async function bakeFor(achievement: AchievementFile, kind: 'png' | 'svg'): Promise<Bake> {
  const carried = carriedPicture(achievement)
  if (kind === 'png') {
    const png = carried?.type === 'image/png' ? carried.bytes : await drawPng(achievement)
    return async (text) => ({ ending: 'png', content: bakePng(png, text) })
  }
  const svg =
    carried?.type === 'image/svg+xml' ? new TextDecoder().decode(carried.bytes) : await drawSvg(achievement)
  return async (text) => ({ ending: 'svg', content: bakeSvg(svg, text) })
}

function carriedPicture({ image }: AchievementFile): { type: string; bytes: Uint8Array } | undefined {
  const address = typeof image === 'string' ? image : (image?.id ?? '')
  const [, type, base64, data] = /^data:(image\/[a-z+]+)(;base64)?,(.*)$/s.exec(address) ?? []
  if (type === undefined || data === undefined) return undefined
  const bytes = base64 === undefined ? Buffer.from(decodeURIComponent(data)) : Buffer.from(data, 'base64')
  return { type, bytes: new Uint8Array(bytes) }
}

/** The silhouette that says the kind of recognition, as everywhere in Insigne. */
const shapes = new Map([
  ['ext:Participation', 'disc'],
  ['ext:Engagement', 'pennant'],
  ['Competency', 'lozenge'],
  ['Certification', 'shield'],
] as const)

function designOf(achievement: AchievementFile) {
  const known = [...shapes].find(([type]) => type === achievement.achievementType)
  const shape = known?.[1] ?? 'half-disc'
  return { shape, symbol: 'checklist', colours: 'sarcelle', title: achievement.name } as const
}

async function drawPng(achievement: AchievementFile): Promise<Uint8Array> {
  const { stampPng } = await import('../../ui/stamp/png.ts')
  return stampPng(designOf(achievement))
}

async function drawSvg(achievement: AchievementFile): Promise<string> {
  const { stampSvg } = await import('../../ui/stamp/svg.ts')
  return stampSvg(designOf(achievement))
}
