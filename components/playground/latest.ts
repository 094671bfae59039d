// Asking the worker again and again while the learner steps.

import { useEffect, useRef, useState } from 'preact/hooks'

/**
 * What the worker answered last; null before it has. While a question is under way only the latest wish is kept.
 * @param ask asks for what is wished at the time of asking
 * @param wishes when one of them changes it is asked again
 */
export function useLatest<T>(ask: () => Promise<T | null>, wishes: readonly unknown[]): T | null {
  const [answer, setAnswer] = useState<T | null>(null)
  const asking = useRef({ now: ask, busy: false, again: false, ended: false })
  asking.current.now = ask
  useEffect(() => {
    const state = asking.current
    return () => {
      state.ended = true
    }
  }, [])
  useEffect(() => {
    const state = asking.current
    state.again = true
    if (state.busy) return
    state.busy = true
    void (async () => {
      try {
        while (state.again && !state.ended) {
          state.again = false
          const next = await state.now()
          if (next !== null && !state.ended) setAnswer(next)
        }
      } finally {
        state.busy = false
      }
    })()
  }, wishes)
  return answer
}
