// "Copy link": the address of the playground with this program, version and step.

import { useSignal } from '@preact/signals'
import { writeMoment } from './moment-link.ts'
import type { Session } from './session.ts'
import type { Say } from './words.ts'

interface Props {
  session: Session
  say: Say
  /** The address of the page "Playground". */
  page: string
}

export function Share({ session, say, page }: Props) {
  const copied = useSignal(false)
  /** The address, where the browser does not let it be copied. */
  const shown = useSignal('')
  async function copy() {
    const view = session.view.value
    const fragment = await writeMoment({
      source: session.text.value,
      python: session.python.value,
      step: session.ran.value && view ? view.step : null,
      grain: session.grain.value,
    })
    const address = `${new URL(page, location.href).href}#${fragment}`
    try {
      await navigator.clipboard.writeText(address)
      copied.value = true
      setTimeout(() => {
        copied.value = false
      }, 3000)
    } catch {
      shown.value = address
    }
  }
  return (
    <>
      <button type="button" class="share" onClick={() => void copy()}>
        {say('play.copyLink')}
      </button>
      <span role="status" class="share-said">
        {copied.value && say('play.linkCopied')}
      </span>
      {shown.value !== '' && (
        <label class="share-address">
          {say('play.linkHere')}{' '}
          <input readOnly value={shown.value} onFocus={(event) => event.currentTarget.select()} />
        </label>
      )}
    </>
  )
}
