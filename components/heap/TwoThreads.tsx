// One object and two threads: who acts, who owns the object, its two counts. A picture of one step, and below it the list
// of all of them. Decides nothing: what is shown was computed when the site was built.

import { signal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useMemo } from 'preact/hooks'
import type { ModelStep } from '../../src/course/two-threads.ts'
import { Marked } from '../playground/Figure.tsx'
import { type Say, wordsFrom } from '../playground/words.ts'

interface Props {
  /** The object's name in the program. */
  of: string
  steps: readonly ModelStep[]
  messages: Record<string, string>
}

export default function TwoThreads({ of, steps, messages }: Props) {
  const say = useMemo(() => wordsFrom(messages), [])
  const at = useMemo(() => signal(0), [])
  const step = steps[at.value]
  const last = steps.length
  const before = steps[at.value - 1]
  const flag = (of: ModelStep) => (of.flag === 'none' ? '' : say(`twoThreads.flag.${of.flag}`))
  return (
    <figure class="two-threads">
      <figcaption>
        <p class="two-threads-title">
          <span>
            <Marked text={say('twoThreads.title', { of })} />
          </span>
          <span class="two-threads-model">{say('twoThreads.model')}</span>
        </p>
      </figcaption>
      <div class="two-threads-now">
        <div class="two-threads-picture">
          <Thread name="main" step={step} say={say} />
          <Thread name="worker" step={step} say={say} />
          <div class={step.alive ? 'two-threads-object' : 'two-threads-object gone'}>
            <p>
              <code>{of}</code> {!step.alive && <span class="two-threads-sign">{say('twoThreads.gone')}</span>}
            </p>
            <Fields step={step} before={before} say={say} />
          </div>
        </div>
        <p class="two-threads-said" role="status">
          <Marked text={say(`twoThreads.said.${step.said}`)} />
        </p>
        <div class="two-threads-bar">
          <button type="button" disabled={at.value === 0} onClick={() => at.value--}>
            {say('twoThreads.back')}
          </button>
          <span>{say('twoThreads.step', { step: at.value + 1, last })}</span>
          <button type="button" disabled={at.value === last - 1} onClick={() => at.value++}>
            {say('twoThreads.next')}
          </button>
        </div>
      </div>
      <ol class="two-threads-steps" aria-label={say('twoThreads.steps')}>
        {steps.map((each, index) => (
          <li key={each.label} aria-current={index === at.value ? 'step' : undefined}>
            <button
              type="button"
              onClick={() => {
                at.value = index
              }}
            >
              <Deed step={each} say={say} />
            </button>
            <p class="two-threads-line">
              <Deed step={each} say={say} />
            </p>
            <p class="two-threads-told">
              <Marked text={say(`twoThreads.said.${each.said}`)} />
            </p>
            <p class="two-threads-short">
              <span>
                <code>ob_ref_local</code> {each.local}
              </span>{' '}
              <span>
                <code>ob_ref_shared</code> {each.shared}
              </span>{' '}
              <span>{each.alive ? flag(each) : say('twoThreads.gone')}</span>
            </p>
          </li>
        ))}
      </ol>
    </figure>
  )
}

/** Which thread does what. */
function Deed({ step, say }: { step: ModelStep; say: Say }) {
  return (
    <>
      <span class="two-threads-who">{say(`twoThreads.${step.thread}`)}</span> <code>{step.code}</code>
    </>
  )
}

/** A thread: whether it acts at this step, and whether the object is its own. */
function Thread({ name, step, say }: { name: 'main' | 'worker'; step: ModelStep; say: Say }) {
  const acts = step.thread === name
  return (
    <div class={acts ? 'two-threads-thread acts' : 'two-threads-thread'}>
      <p class="two-threads-who">{say(`twoThreads.${name}`)}</p>
      {acts && (
        <p>
          <span class="two-threads-sign">{say('twoThreads.line', { line: step.line })}</span> <code>{step.code}</code>
        </p>
      )}
    </div>
  )
}

/** The fields of the object's header, those that changed marked with what they were. */
function Fields({ step, before, say }: { step: ModelStep; before: ModelStep | undefined; say: Say }) {
  const holders = step.holders.map((holder) => `\`${holder}\``)
  if (step.queued) holders.push(say('twoThreads.queue'))
  const owner = (of: ModelStep) => say(`twoThreads.${of.owner || 'nobody'}`)
  return (
    <dl>
      <Field name={say('twoThreads.owner')} now={owner(step)} was={before && owner(before)} />
      <Field name={say('twoThreads.local')} now={step.local} was={before?.local} />
      <Field name={say('twoThreads.shared')} now={step.shared} was={before?.shared}>
        <span class="two-threads-stored">{say('twoThreads.stored', { stored: step.stored })}</span>
      </Field>
      <Field
        name={say('twoThreads.flag')}
        now={say(`twoThreads.flag.${step.flag}`)}
        was={before && say(`twoThreads.flag.${before.flag}`)}
      />
      <div>
        <dt>{say('twoThreads.holders')}</dt>
        <dd>
          <Marked text={holders.join(', ') || say('twoThreads.none')} />
        </dd>
      </div>
    </dl>
  )
}

function Field(props: { name: string; now: string; was: string | undefined; children?: ComponentChildren }) {
  const { name, now, was, children } = props
  const changed = was !== undefined && was !== now
  return (
    <div class={changed ? 'changed' : undefined}>
      <dt>
        <Marked text={name} />
      </dt>
      <dd>
        {changed && <span class="two-threads-was">{was} → </span>}
        <b>{now}</b> {children}
      </dd>
    </div>
  )
}
