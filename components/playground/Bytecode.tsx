// The instructions of the running frame beside its program, and its value stack: solid dots own what they hold, hollow ones
// borrow it.

import { useEffect, useRef } from 'preact/hooks'
import type { Bytecode as BytecodeView } from '../../src/simulator/client.ts'
import { follow } from './follow.ts'
import type { Say } from './words.ts'

export function Bytecode({ bytecode, say }: { bytecode: BytecodeView; say: Say }) {
  const scroll = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const box = scroll.current
    const row = box?.firstElementChild?.children[bytecode.current] as HTMLElement | undefined
    if (row && box) follow(box, row)
  }, [bytecode.current, bytecode.name])
  return (
    <div class="bytecode">
      <div class="bytecode-code">
        <p class="bytecode-title">{say('play.bytecode', { name: bytecode.name })}</p>
        <div
          class="bytecode-scroll"
          ref={scroll}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a long listing scrolls
          tabIndex={0}
          role="group"
          aria-label={say('play.bytecode', { name: bytecode.name })}
        >
          <ol>
            {bytecode.rows.map((row) => (
              <li
                key={row.index}
                class={row.index === bytecode.current ? 'next' : undefined}
                aria-current={row.index === bytecode.current ? 'step' : undefined}
              >
                <span class="bytecode-line">{row.line ?? ''}</span>
                <span class="bytecode-offset">
                  {row.isTarget ? '>> ' : ''}
                  {row.offset}
                </span>
                <span class="bytecode-name">{row.opname}</span>
                <span class="bytecode-argument">{row.argrepr !== '' ? row.argrepr : (row.arg ?? '')}</span>
              </li>
            ))}
          </ol>
        </div>
      </div>
      <div class="bytecode-stack">
        <p class="bytecode-title">{say('play.stack')}</p>
        {bytecode.stack.length === 0 ? (
          <p class="bytecode-empty">{say('play.stackEmpty')}</p>
        ) : (
          <ol aria-label={say('play.stack')}>
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
