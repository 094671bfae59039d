// The program as numbered lines: coloured at build time, with the current line, the marked line, the fields of a prediction,
// and under the pointer the count of a name's object.

import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { follow } from './follow.ts'
import { Gutter } from './Gutter.tsx'
import { Hint } from './Hint.tsx'
import { PredictField } from './PredictField.tsx'
import { markedRow } from './pointed.ts'
import type { Prediction } from './prediction.ts'
import type { Session } from './session.ts'
import type { Say } from './words.ts'

/** One piece of a line and what the highlighter takes it for. */
export type Token = readonly [text: string, kind: string]

interface Props {
  session: Session
  say: Say
  /** The lines of the original program; an edited one is shown plain. */
  tokens: readonly (readonly Token[])[]
  prediction: Prediction | null
  /** Labels of lines, so that links to moments work without a script. */
  moments: Readonly<Record<number, string>>
}

/** A program with more lines than this scrolls in a window of its own. */
const LONG = 24

const NAME = /([\p{L}_][\p{L}\p{N}_]*)/u

export function Program({ session, say, tokens, prediction, moments }: Props) {
  const hover = useSignal<{ name: string; x: number; y: number } | null>(null)
  const view = session.view.value
  const show = prediction === null || prediction.opened.value
  const problem = session.problem.value
  const marked = show ? markedRow(view, session.pointed.value) : undefined
  const pointsHere = session.pointed.value !== null && 'row' in session.pointed.value
  const lines = session.changed.value ? plainLines(session.text.value) : tokens
  const list = useRef<HTMLDivElement>(null)
  const isLong = lines.length > LONG
  // The line about to run is seen; at the end, the one that has run.
  const current = show && view && session.ran.value ? view.next || view.ran : 0
  useEffect(() => {
    const box = list.current
    const row = box?.querySelector<HTMLElement>(`li:nth-child(${current})`)
    if (isLong && box && row) follow(box, row)
  }, [current, isLong])
  const pointAt = (event: PointerEvent) => {
    const element = event.target instanceof HTMLElement ? event.target : null
    pointToLine(session, element)
    const target = element?.closest<HTMLElement>('[data-name]')
    if (!target || !show) {
      hover.value = null
      return
    }
    const to = target.getBoundingClientRect()
    const from = (event.currentTarget as HTMLElement).getBoundingClientRect()
    hover.value = { name: target.dataset.name ?? '', x: to.left - from.left, y: to.bottom - from.top }
  }
  const named = hover.value && view ? view.names[hover.value.name] : undefined
  return (
    <div class="playground-code">
      <div
        class={isLong ? 'program long' : 'program'}
        ref={list}
        role="group"
        aria-label={say('play.code')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: lines wider than the page scroll, with the arrow keys too
        tabIndex={0}
        onPointerOver={pointAt}
        onPointerLeave={() => {
          hover.value = null
          session.pointAt(null)
        }}
        onFocusIn={(event) => pointToLine(session, event.target as HTMLElement)}
        onFocusOut={() => session.pointAt(null)}
      >
        <ol class="program-lines">
          {lines.map((line, i) => {
            const number = i + 1
            const asked = prediction && !session.changed.value ? prediction.question.lines.indexOf(number) : -1
            const state = !show || !view ? '' : view.next === number ? 'next' : view.ran === number ? 'ran' : ''
            return (
              <li
                key={i}
                id={session.changed.value ? undefined : moments[number]}
                class={`line ${state} ${problem?.line === number ? 'wrong' : ''} ${pointsHere && marked?.lineno === number ? 'pointed' : ''}`}
                aria-current={state === 'next' ? 'step' : undefined}
              >
                {session.ran.value && <Gutter session={session} say={say} line={number} of={lines.length} />}
                {marked?.lineno === number && marked.columns && (
                  <span
                    class="place"
                    style={{ '--from': marked.columns.from, '--to': marked.columns.to }}
                    aria-hidden="true"
                  />
                )}
                <code>{line.length === 0 ? '\n' : line.map(([text, kind], k) => pieces(text, kind, k))}</code>
                {show && <Hint session={session} say={say} line={number} text={line.map(([text]) => text).join('')} />}
                {prediction && asked >= 0 && <PredictField prediction={prediction} index={asked} say={say} />}
              </li>
            )
          })}
        </ol>
      </div>
      {hover.value && named && (
        <div class="hover" role="tooltip" style={{ left: `${hover.value.x}px`, top: `${hover.value.y}px` }}>
          <code>{hover.value.name}</code> → {named.type} <code>{named.repr}</code>
          <br />
          {named.immortal
            ? say('play.immortal', { count: named.refcnt })
            : say('play.hoverCount', { count: named.refcnt })}
        </div>
      )}
    </div>
  )
}

/** The instructions of the line an element stands in are marked, where there are any beside the program. */
function pointToLine(session: Session, element: HTMLElement | null): void {
  const line = element?.closest<HTMLElement>('.line')
  session.pointAt(line ? { line: [...(line.parentElement?.children ?? [])].indexOf(line) + 1 } : null)
}

function plainLines(text: string): Token[][] {
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => (line === '' ? [] : [[line, ''] as const]))
}

/** A token; names in it can be pointed at. */
function pieces(text: string, kind: string, key: number) {
  if (kind !== '' && kind !== 'function' && kind !== 'parameter' && kind !== 'constant')
    return (
      <span key={key} class={`token-${kind}`}>
        {text}
      </span>
    )
  return (
    <span key={key} class={kind === '' ? undefined : `token-${kind}`}>
      {text.split(NAME).map((part, i) =>
        i % 2 === 1 ? (
          <span key={i} data-name={part}>
            {part}
          </span>
        ) : (
          part
        ),
      )}
    </span>
  )
}
