// A question with choices: commit, read the reason of what was chosen, try once more, then see. Two tries, a visible way
// round, and a way to the moment in the program's run.

import { signal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import { progress } from '../../src/course/progress.ts'
import type { Sureness as Said } from '../../src/course/progress-file.ts'
import { Marked } from '../playground/Figure.tsx'
import { Sign } from '../playground/Sign.tsx'
import { wordsFrom } from '../playground/words.ts'
import { type Pickable, PickPicture } from './PickPicture.tsx'
import { Sureness } from './Sureness.tsx'

/** Tries before the answer is shown. */
const TRIES = 2

interface ShownChoice {
  readonly id: string
  readonly right: boolean
  readonly label: string
  readonly reason: string
  readonly line: number
}

interface Props {
  id: string
  ask: string
  /** The program it is about: where "show me" leads. */
  example: string
  /** More than one may be right. */
  several: boolean
  choices: readonly ShownChoice[]
  /** A picture in which the choices can be clicked. */
  picture?: Pickable | undefined
  messages: Record<string, string>
}

type State = 'open' | 'right' | 'shown'

export default function Choices({ id, ask, example, several, choices, picture, messages }: Props) {
  const say = useMemo(() => wordsFrom(messages), [])
  const chosen = useMemo(() => signal<readonly string[]>([]), [])
  const judged = useMemo(() => signal<readonly string[] | null>(null), [])
  const tries = useMemo(() => signal(0), [])
  const state = useMemo(() => signal<State>('open'), [])
  const sure = useMemo(() => signal<Said | undefined>(undefined), [])
  useEffect(() => {
    const past = progress().get(id)
    if (!past) return
    chosen.value = past.given.filter((name) => choices.some((choice) => choice.id === name))
    tries.value = past.tries
    state.value = past.state
    sure.value = past.sure
    if (past.tries > 0) judged.value = chosen.value
  }, [])

  const open = state.value === 'open'
  const isChosen = (choice: ShownChoice) => chosen.value.includes(choice.id)
  /** What is explained: the wrong ones that were chosen, and at the end also the right ones. */
  const explained = (choice: ShownChoice) =>
    judged.value !== null &&
    (open ? judged.value.includes(choice.id) && !choice.right : choice.right || judged.value.includes(choice.id))

  function keep() {
    const kept = { tries: tries.value, state: state.value, given: chosen.value }
    progress().set(id, { ...kept, ...(sure.value && { sure: sure.value }) })
  }
  function commit() {
    judged.value = chosen.value
    tries.value += 1
    const right = choices.every((choice) => choice.right === isChosen(choice))
    state.value = right ? 'right' : tries.value >= TRIES ? 'shown' : 'open'
    keep()
  }
  function choose(name: string, on: boolean) {
    const others = several ? chosen.value.filter((other) => other !== name) : []
    chosen.value = on ? [...others, name] : others
  }

  return (
    <form
      class="choices"
      onSubmit={(event) => {
        event.preventDefault()
        if (open && chosen.value.length > 0) commit()
      }}
    >
      <fieldset>
        <legend>
          <Marked text={ask} />
          {several && <span class="choices-hint"> {say('choose.several')}</span>}
        </legend>
        {picture && (
          <PickPicture
            picture={picture}
            marks={Object.fromEntries(choices.map((choice) => [choice.id, marksOf(choice, open, isChosen(choice))]))}
            open={open}
            onPick={(name) => choose(name, !chosen.value.includes(name))}
            say={say}
          />
        )}
        {choices.map((choice) => (
          <div key={choice.id} class={`choice ${verdictOf(choice, open, isChosen(choice))}`}>
            <label>
              <input
                type={several ? 'checkbox' : 'radio'}
                name={id}
                value={choice.id}
                checked={isChosen(choice)}
                disabled={!open}
                onChange={(event) => choose(choice.id, event.currentTarget.checked)}
              />
              <span>
                <Marked text={choice.label} />
              </span>
              {!open && (choice.right || isChosen(choice)) && (
                <span class="choice-sign">
                  <Sign name={choice.right ? 'tick' : 'cross'} />
                  <span class="visually-hidden">{say(choice.right ? 'choose.right' : 'choose.wrong')}</span>
                </span>
              )}
            </label>
            {explained(choice) && (
              <p class="choice-reason" role="status">
                <Marked text={choice.reason} />{' '}
                {choice.line > 0 && (
                  <button type="button" class="link" onClick={() => goTo(example, choice.line)}>
                    {say('choose.showMe')}
                  </button>
                )}
              </p>
            )}
          </div>
        ))}
      </fieldset>
      <p class="choices-said" role="status">
        {state.value === 'right' && say(tries.value > 1 ? 'choose.rightNow' : `choose.right.${sure.value ?? 'unsaid'}`)}
        {state.value === 'shown' && tries.value > 0 && sure.value && say(`choose.missed.${sure.value}`)}
        {open && judged.value !== null && say(several && !choices.some(explained) ? 'choose.missing' : 'choose.again')}
      </p>
      {open && tries.value === 0 && <Sureness id={id} sure={sure} say={say} />}
      {open && (
        <div class="play-bar">
          <button type="submit" class="primary" disabled={chosen.value.length === 0}>
            {say('choose.commit')}
          </button>
          <button
            type="button"
            class="quiet"
            onClick={() => {
              judged.value = chosen.value
              state.value = 'shown'
              keep()
            }}
          >
            {say('choose.show')}
          </button>
        </div>
      )}
    </form>
  )
}

function verdictOf(choice: ShownChoice, open: boolean, chosen: boolean): string {
  if (open) return ''
  return choice.right ? 'right' : chosen ? 'wrong' : ''
}

/** What its box in the picture shows. */
function marksOf(choice: ShownChoice, open: boolean, chosen: boolean): string {
  return [chosen ? 'chosen' : '', verdictOf(choice, open, chosen)].filter((mark) => mark !== '').join(' ')
}

/** Leads the program's picture to the moment after a line. */
function goTo(example: string, line: number): void {
  const program = document.querySelector(`[data-playground="${CSS.escape(example)}"][data-ready]`)
  program?.dispatchEvent(new CustomEvent('heapwise:goto', { detail: { line } }))
  program?.scrollIntoView({ block: 'nearest' })
}
