// The last run as a file: what `sim run --trace` writes, to be read by other programs.

import { useSignal } from '@preact/signals'
import { saveFile } from '../progress/save-file.ts'
import type { Session } from './session.ts'
import type { Say } from './words.ts'

export function SaveTrace({ session, say }: { session: Session; say: Say }) {
  const busy = useSignal(false)
  async function save() {
    busy.value = true
    try {
      const trace = await session.trace()
      if (trace) saveFile(`heapwise-${session.python.value}.trace.json`, trace.type, trace)
    } finally {
      busy.value = false
    }
  }
  return (
    <button type="button" disabled={!session.ran.value} aria-busy={busy.value} onClick={() => void save()}>
      {say('play.saveTrace')}
    </button>
  )
}
