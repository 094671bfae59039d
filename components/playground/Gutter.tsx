// The margin of a line: sets a breakpoint there or takes it away. One line's is reached by Tab, the others by the arrows.

import type { Session } from './session.ts'
import type { Say } from './words.ts'

interface Props {
  session: Session
  say: Say
  /** From 1. */
  line: number
  /** How many lines there are. */
  of: number
}

export function Gutter({ session, say, line, of }: Props) {
  const { landmarks } = session
  const view = session.view.value
  const isSet = landmarks.breakpoints.value.has(line)
  const current = Math.min(of, view?.next || view?.ran || 1)
  return (
    <button
      type="button"
      class="gutter"
      tabIndex={line === current ? 0 : -1}
      aria-pressed={isSet}
      aria-label={say('play.breakpoint', { line })}
      onClick={() => landmarks.toggle(line)}
      onKeyDown={(event) => {
        const to = { ArrowUp: line - 1, ArrowDown: line + 1 }[event.key]
        const button = to === undefined ? null : buttonOf(event.currentTarget, to - line)
        if (!button) return
        event.preventDefault()
        button.focus()
      }}
    />
  )
}

/** The margin of the line before or after. */
function buttonOf(button: HTMLElement, direction: number): HTMLElement | null {
  const line = button.closest('li')
  const beside = direction < 0 ? line?.previousElementSibling : line?.nextElementSibling
  return beside?.querySelector<HTMLElement>('.gutter') ?? null
}
