import { type Context, change, found } from '../../../infra/context.ts'
import { refuse } from '../../../infra/refusal.ts'
import { giveAddress } from '../../issuing/index.ts'
import { cardByText } from '../codes.ts'
import { claimsRefusals } from '../errors.ts'
import { cardKept } from '../events.ts'
import { tables } from '../tables.ts'

/** The bearer of a card gives an address: the badge is kept there from now on. Once. */
export const keepCard = (ctx: Context, input: { code: string; address: string }): Promise<void> =>
  change(ctx, async (tx) => {
    const card = found(await cardByText(tx, input.code))
    if (!(await giveAddress(tx, card.credentialId, input.address))) throw refuse(claimsRefusals.cardKept)
    await tables(tx)
      .updateTable('claim_cards')
      .set({ kept_at: tx.clock.now() })
      .where('code', '=', card.code)
      .execute()
    await tx.queue.emit(tx, cardKept, { credentialId: card.credentialId })
  })
