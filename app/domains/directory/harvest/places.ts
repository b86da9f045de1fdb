import type { Profile } from '@insigne/open-badges'
import type { Context } from '../../../infra/context.ts'
import { areaByCode, areasOf } from '../../territories/index.ts'

/** The department of a French postal code; undefined for anything else. */
export function departmentOf({ address }: Profile): string | undefined {
  if (address === undefined) return undefined
  const country = (address.addressCountryCode ?? address.addressCountry ?? 'FR').trim().toLowerCase()
  const code = /^\d{5}$/.exec((address.postalCode ?? '').replace(/\s/g, ''))?.[0]
  if (code === undefined || !['fr', 'fra', 'france'].includes(country)) return undefined
  if (code.startsWith('20')) return Number(code) < 20_200 ? 'D2A' : 'D2B'
  return /^9[78]/.test(code) ? `D${code.slice(0, 3)}` : `D${code.slice(0, 2)}`
}

/** The areas of an issuer: what its own address says, else what the operator said of the source. */
export async function areasOfIssuer(
  ctx: Context,
  issuer: Profile,
  said: readonly string[],
): Promise<readonly string[]> {
  const code = departmentOf(issuer)
  if (code === undefined) return said
  const area = await areaByCode(ctx, code)
  return area === undefined ? said : areasOf(ctx, area.id)
}
