// A button that copies a text; where the browser does not let it, the text is shown to be copied by hand.

import { useSignal } from '@preact/signals'
import type { Say } from './words.ts'

interface Props {
  /** Message keys: what is copied, what is said when it has been, what the text is called when it is shown. */
  name: string
  done: string
  here: string
  say: Say
  /** The text, made when it is asked for. */
  text: () => Promise<string>
}

/** How long it is said that the text was copied, in ms. */
const SAID = 3000

export function CopyButton({ name, done, here, say, text }: Props) {
  const copied = useSignal(false)
  const shown = useSignal('')
  async function copy() {
    const made = await text()
    try {
      await navigator.clipboard.writeText(made)
      copied.value = true
      setTimeout(() => {
        copied.value = false
      }, SAID)
    } catch {
      shown.value = made
    }
  }
  return (
    <>
      <button type="button" class="share" onClick={() => void copy()}>
        {say(name)}
      </button>
      <span role="status" class="share-said">
        {copied.value && say(done)}
      </span>
      {shown.value !== '' && (
        <label class="share-address">
          {say(here)} <input readOnly value={shown.value} onFocus={(event) => event.currentTarget.select()} />
        </label>
      )}
    </>
  )
}
