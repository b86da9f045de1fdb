import type { VNode } from 'preact'
import { CopyButton, type CopyButtonProps } from './copy-button.tsx'
import { ProgressPoll, type ProgressPollProps } from './progress-poll.tsx'
import { ShareButton, type ShareButtonProps } from './share-button.tsx'
import { StampPreview, type StampPreviewProps } from './stamp-preview.tsx'

/** Every island and what it takes. `client.ts` has one line for each as well. */
export type IslandProps = {
  'copy-button': CopyButtonProps
  'progress-poll': ProgressPollProps
  'share-button': ShareButtonProps
  'stamp-preview': StampPreviewProps
}

export type IslandName = keyof IslandProps

const islands: { [N in IslandName]: (props: IslandProps[N]) => VNode } = {
  'copy-button': (props) => <CopyButton {...props} />,
  'progress-poll': (props) => <ProgressPoll {...props} />,
  'share-button': (props) => <ShareButton {...props} />,
  'stamp-preview': (props) => <StampPreview {...props} />,
}

/**
 * A component rendered here and, where there is script, woken in the browser with the same props.
 * Props travel in an attribute: they must survive JSON, and hold nothing the reader may not see.
 */
export const Island = <N extends IslandName>({ name, props }: { name: N; props: IslandProps[N] }) => (
  <div class="island" data-island={name} data-props={JSON.stringify(props)}>
    {islands[name](props)}
  </div>
)
