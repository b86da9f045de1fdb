import { bakePng, bakeSvg } from '@insigne/open-badges'
import { type Context, found } from '../../infra/context.ts'
import { refuse } from '../../infra/refusal.ts'
import { achievementImage, publishedVersion } from '../achievements/index.ts'
import { issuingRefusals } from './errors.ts'
import type { Credential } from './store.ts'

// Made when asked for: the picture is the achievement's, the signed text goes in unchanged.

export async function bakedPng(ctx: Context, credential: Credential): Promise<Uint8Array> {
  const { image, json } = await parts(ctx, credential)
  return bakePng(image.png(), json)
}

export async function bakedSvg(ctx: Context, credential: Credential): Promise<string> {
  const { image, json } = await parts(ctx, credential)
  return bakeSvg(image.svg(), json)
}

async function parts(ctx: Context, credential: Credential) {
  if (credential.json === null) throw refuse(issuingRefusals.notSigned)
  const version = found(await publishedVersion(ctx, credential.achievementId, credential.version))
  return { image: achievementImage(version), json: credential.json }
}
