import { deleteDemoAccounts } from '../domains/accounts/index.ts'
import { forgetTerms, removeDemoSources } from '../domains/directory/index.ts'
import { deleteDemoOrganisations } from '../domains/organisations/index.ts'
import { removeDemoTerritories } from '../domains/territories/index.ts'
import { type Context, change } from '../infra/context.ts'
import { forgetMail } from '../infra/mail/index.ts'

/** Takes the demo out: its organisations with all they made and awarded, its people, their messages. */
export const removeDemo = (ctx: Context): Promise<void> =>
  change(ctx, async (tx) => {
    await removeDemoSources(tx)
    await deleteDemoOrganisations(tx)
    await removeDemoTerritories(tx)
    // Their definitions are gone by now, with whose words nobody would find anything.
    await forgetTerms(tx)
    await forgetMail(tx, await deleteDemoAccounts(tx))
  })
