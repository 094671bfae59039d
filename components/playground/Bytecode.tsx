// The instructions of the running frame beside its program, and its value stack: solid dots own what they hold, hollow ones
// borrow it. An instruction that is pointed at marks its place in the program; a line of it marks its instructions.

import { useEffect, useRef } from 'preact/hooks'
import type { Bytecode as BytecodeView } from '../../src/simulator/client.ts'
import { follow } from './follow.ts'
import { isOfLine } from './pointed.ts'
import type { Session } from './session.ts'
import type { Say } from './words.ts'

interface Props {
  session: Session
  bytecode: BytecodeView
  say: Say
}

export function Bytecode({ session, bytecode, say }: Props) {
  return (
    <div class="bytecode">
      <div class="bytecode-code">
        <p class="bytecode-title">{say('play.bytecode', { name: bytecode.name })}</p>
        <Listing session={session} bytecode={bytecode} say={say} />
        <p class="bytecode-hint">{say('play.bytecodeHint')}</p>
      </div>
      <div class="bytecode-stack">
        <p class="bytecode-title">{say('play.stack')}</p>
        {bytecode.stack.length === 0 ? (
          <p class="bytecode-empty">{say('play.stackEmpty')}</p>
        ) : (
          <ol class="bytecode-cells" aria-label={say('play.stack')}>
            {bytecode.stack.map(({ text, kind }, i) => (
              <li key={i} class={kind}>
                <span class="visually-hidden">{say(`play.cell.${kind}`)}: </span>
                <code>{text}</code>
              </li>
            ))}
          </ol>
        )}
      </div>
    </div>
  )
}

/** One row is reached by Tab, the others by the arrows. */
function Listing({ session, bytecode, say }: Props) {
  const scroll = useRef<HTMLDivElement>(null)
  const { current, name, rows } = bytecode
  const pointed = session.pointed.value
  useEffect(() => {
    session.pointAt(null)
    show(scroll.current, current)
  }, [current, name])
  // The instructions of a line that is pointed at are seen.
  const first = rows.find((row) => isOfLine(row, pointed))?.index
  useEffect(() => {
    if (first !== undefined) show(scroll.current, first)
  }, [first])
  return (
    <div class="bytecode-scroll" ref={scroll} role="group" aria-label={say('play.bytecode', { name })}>
      <ol
        class="bytecode-rows"
        onPointerOver={({ target }) => {
          const row = rowOf(target)
          if (row) session.pointAt({ row: Number(row.dataset.row) })
        }}
        onPointerLeave={() => session.pointAt(null)}
        onFocusIn={({ target }) => {
          const row = rowOf(target)
          if (row) session.pointAt({ row: Number(row.dataset.row) })
        }}
        onFocusOut={() => session.pointAt(null)}
        onKeyDown={(event) => {
          const to = { ArrowUp: 'previousElementSibling', ArrowDown: 'nextElementSibling' }[event.key]
          if (to === undefined) return
          // The arrows go through the rows; the playground would take them for steps.
          event.preventDefault()
          event.stopPropagation()
          const beside = rowOf(event.target)?.[to as 'nextElementSibling']
          if (beside instanceof HTMLElement) beside.focus()
        }}
      >
        {rows.map((row) => (
          <li
            key={row.index}
            data-row={row.index}
            class={`${row.index === current ? 'next' : ''} ${isOfLine(row, pointed) ? 'pointed' : ''}`}
            aria-current={row.index === current ? 'step' : undefined}
            tabIndex={row.index === current ? 0 : -1}
          >
            <span class="bytecode-line">{row.line ?? ''}</span>
            <span class="bytecode-offset">
              {row.isTarget ? '>> ' : ''}
              {row.offset}
            </span>
            <span class="bytecode-name">{row.opname}</span>
            <span class="bytecode-argument">{row.argrepr !== '' ? row.argrepr : (row.arg ?? '')}</span>
            {row.lineno !== null && (
              <span class="visually-hidden">
                {say('play.bytecodeFrom', { line: row.lineno, code: placeText(session, row) })}
              </span>
            )}
          </li>
        ))}
      </ol>
    </div>
  )
}

/** The piece of the program an instruction comes from; its whole line where it ends in another one. */
function placeText(session: Session, { lineno, columns }: BytecodeView['rows'][number]): string {
  const line = session.text.value.split('\n')[(lineno ?? 0) - 1] ?? ''
  return columns ? [...line].slice(columns.from, columns.to).join('') : line.trim()
}

function rowOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
}

function show(box: HTMLElement | null, index: number): void {
  const row = box?.firstElementChild?.children[index] as HTMLElement | undefined
  if (row && box) follow(box, row)
}
