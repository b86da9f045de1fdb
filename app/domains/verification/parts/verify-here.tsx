import type { Locale } from '../../../infra/i18n.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { StateMark } from '../../../ui/verdict.tsx'
import { hereWords } from '../here-words.ts'

/**
 * The choice to verify the file in the reader's own browser. Script shows it (`islands/verify-here.ts`):
 * without, the form beside is all there is.
 */
export const VerifyHere = ({ locale }: { locale: Locale }) => {
  const t = hereWords(locale)
  return (
    <div data-enhance="verify-here" data-messages={JSON.stringify(t.messages)} hidden>
      <div class="field">
        <div role="alert">
          <div hidden>
            <p class="fault">
              <StateMark state="invalid" />
              <span />
            </p>
          </div>
        </div>
        <Actions>
          <Button type="button" line describedBy="verify-here-meaning">
            {t.button}
          </Button>
        </Actions>
        <p class="hint" id="verify-here-meaning">
          {t.meaning}
        </p>
        <p class="small" role="status" />
      </div>
    </div>
  )
}
