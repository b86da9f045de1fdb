import { z } from 'zod'

/** Parts of a badge that a network may leave to those who adopt its model. The rest is the network's. */
export const openParts = ['situation', 'description', 'look', 'assessor'] as const
export type OpenPart = (typeof openParts)[number]

/** The model of a network that a badge follows: kept inside each version, since a version never changes. */
export const TemplateOrigin = z.object({
  achievementId: z.string(),
  version: z.number().int().min(1),
  network: z.object({ id: z.string(), did: z.string(), name: z.string(), slug: z.string() }),
  open: z.array(z.enum(openParts)),
})
export type TemplateOrigin = z.infer<typeof TemplateOrigin>

/** The facts behind each part, and the names of their fields on the screens. */
export const factsOfPart = {
  situation: ['situation'],
  description: ['description'],
  look: ['look'],
  assessor: ['assessor', 'identityCheck'],
} as const satisfies Record<OpenPart, readonly string[]>

const fieldsOfPart: Readonly<Record<OpenPart, readonly string[]>> = {
  situation: ['situation'],
  description: ['description'],
  look: ['symbol', 'colours', 'ringText'],
  assessor: ['independent', 'role', 'identityCheck'],
}

/** Facts that somebody who follows the model may change. */
export const openFacts = ({ open }: Pick<TemplateOrigin, 'open'>): string[] =>
  open.flatMap((part) => factsOfPart[part])

/** Fields that a screen may send for a badge that follows the model. */
export const openFields = ({ open }: Pick<TemplateOrigin, 'open'>): string[] =>
  open.flatMap((part) => fieldsOfPart[part])
