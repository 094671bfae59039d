// What the program has written up to this step: both streams, in the order in which they were written.

import { ErrorText } from './ErrorText.tsx'
import { InputLine } from './InputLine.tsx'
import type { Session } from './session.ts'
import type { Say } from './words.ts'

export function Output({ session, say }: { session: Session; say: Say }) {
  const { pieces, left } = session.view.value?.written ?? { pieces: [], left: 0 }
  return (
    <div class="output">
      <p class="output-title">{say('play.output')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long output scrolls */}
      <pre tabIndex={0} role="group" aria-label={say('play.output')}>
        {pieces.length === 0 && <span class="output-none">{say('play.noOutput')}</span>}
        {left > 0 && `… ${left} …\n`}
        {pieces.map(({ stream, text, line }, i) =>
          stream === 'stdout' ? text : <ErrorText key={i} text={text} line={line} session={session} say={say} />,
        )}
      </pre>
      {session.problem.value?.kind === 'input' && <InputLine session={session} say={say} />}
    </div>
  )
}
