// Practice: one drill after the other, each run before it is asked. What is missed comes back on other days.

import { batch, useSignal } from '@preact/signals'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { progress } from '../../src/course/progress.ts'
import type { Kept, QuestionProgress } from '../../src/course/progress-file.ts'
import { nothingKept } from '../../src/course/progress-file.ts'
import { noteTry } from '../../src/course/tries.ts'
import { dayOf } from '../../src/quiz/days.ts'
import type { AskedDrill } from '../../src/quiz/drills/ask.ts'
import { type IdeaName, ideaNames } from '../../src/quiz/drills/drill.ts'
import { afterDrill, isDue, nextIdea } from '../../src/quiz/drills/review.ts'
import Playground from '../playground/Playground.tsx'
import { wordsFrom } from '../playground/words.ts'
import { colours } from './colours.ts'
import { Days } from './Days.tsx'
import { DrillMaker, type Wish } from './drill-maker.ts'
import type { ShownIdea } from './Ideas.tsx'

interface Props {
  ideas: Readonly<Record<IdeaName, ShownIdea>>
  versions: readonly string[]
  version: string
  messages: Record<string, string>
  /** The address of the page "Playground", where links lead to. */
  page: string
  /** The address of the page "Progress", where it says how each idea stands. */
  progressPage: string
}

/** Seconds a drill counts at most: someone may have gone away. */
const MOST_SECONDS = 90

const VERSION_KEY = 'heapwise.practice.python'

export default function Practice({ ideas, versions, version, messages, page, progressPage }: Props) {
  const say = useMemo(() => wordsFrom(messages), [])
  const maker = useMemo(() => new DrillMaker(), [])
  const kept = useSignal<Kept>(nothingKept)
  const python = useSignal(version)
  const wanted = useSignal<IdeaName | ''>('')
  const asked = useSignal<AskedDrill | null>(null)
  const trouble = useSignal('')
  /** Whether the drill that is asked was due for review, and whether the learner had been sure. */
  const review = useSignal<'' | 'due' | 'sure'>('')
  const place = useRef<HTMLDivElement>(null)
  const what = useRef<HTMLDivElement>(null)
  const choice = useRef<HTMLSelectElement>(null)
  const making = useRef(0)
  const begun = useRef(0)

  useEffect(() => {
    const show = () => {
      kept.value = progress().kept
    }
    show()
    python.value = rememberedVersion(versions) ?? version
    // It may have been chosen before this script was there.
    wanted.value = (choice.current?.value ?? '') as IdeaName | ''
    void make(false)
    const end = progress().watch(show)
    return () => {
      end()
      maker.stop()
    }
  }, [])

  /** What would be asked after `last`. */
  function wishAfter(last: IdeaName | null): Wish {
    const { ideas: cards } = kept.value
    const idea = wanted.value || nextIdea(ideaNames, cards, dayOf(new Date()), last)
    return { idea, level: cards[idea]?.level ?? 1, python: python.value }
  }

  /** Asks the next drill. `led`: the learner wanted it and is led to it. */
  async function make(led: boolean) {
    const turn = ++making.current
    const wish = wishAfter(asked.value?.drill.idea ?? null)
    batch(() => {
      asked.value = null
      trouble.value = ''
    })
    let found: AskedDrill
    try {
      found = await maker.make(wish)
    } catch (error) {
      if (turn === making.current) trouble.value = error instanceof Error ? error.message : String(error)
      return
    }
    if (turn !== making.current) return
    batch(() => {
      const card = kept.value.ideas[wish.idea]
      review.value = !isDue(card, dayOf(new Date())) ? '' : card.missedSure ? 'sure' : 'due'
      asked.value = found
    })
    begun.current = performance.now()
    maker.prepare(wishAfter(wish.idea))
    if (led) requestAnimationFrame(lead)
  }

  /** To the first field; on a touch screen, where a keyboard would cover the program, to what the drill is about. */
  function lead() {
    const field = place.current?.querySelector<HTMLElement>('.field input')
    const target = matchMedia('(pointer: coarse)').matches ? what.current : field
    target?.focus({ preventScroll: true })
    what.current?.scrollIntoView({ block: 'nearest' })
  }

  /** Takes down how a drill went, when it is over. */
  function keep(idea: IdeaName, past: QuestionProgress | undefined, now: QuestionProgress) {
    if (now.tries > (past?.tries ?? 0)) noteTry(`practice/${idea}`, now)
    if (now.state === 'open' || (past !== undefined && past.state !== 'open')) return
    const right = now.state === 'right' && now.tries === 1
    const today = dayOf(new Date())
    const seconds = Math.min(MOST_SECONDS, Math.round((performance.now() - begun.current) / 1000))
    progress().change((all) => {
      const day = all.days[today] ?? { drills: 0, right: 0, seconds: 0 }
      return {
        ...all,
        ideas: { ...all.ideas, [idea]: afterDrill(all.ideas[idea], right, today, now.sure === 'sure') },
        days: {
          ...all.days,
          [today]: { drills: day.drills + 1, right: day.right + (right ? 1 : 0), seconds: day.seconds + seconds },
        },
      }
    })
  }

  const drill = asked.value?.drill
  return (
    <>
      <div class="practice-head progress needs-script">
        <Days days={kept.value.days} ideas={kept.value.ideas} say={say} />
        <div class="play-bar">
          <label>
            {say('practice.idea')}{' '}
            <select
              ref={choice}
              onChange={(event) => {
                wanted.value = event.currentTarget.value as IdeaName | ''
                void make(false)
              }}
            >
              <option value="">{say('practice.idea.any')}</option>
              {ideaNames.map((name) => (
                <option key={name} value={name}>
                  {ideas[name].title}
                </option>
              ))}
            </select>
          </label>
          <label>
            {say('practice.version')}{' '}
            <select
              onChange={(event) => {
                python.value = event.currentTarget.value
                rememberVersion(python.value)
                void make(false)
              }}
            >
              {versions.map((name) => (
                <option key={name} selected={name === python.value}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        </div>
      </div>
      <div class="practice-what needs-script" role="status" tabIndex={-1} ref={what}>
        {drill ? (
          <p>
            <strong>{ideas[drill.idea].title}</strong> · {say('practice.level', { level: drill.level })}
            {' · '}
            <a href={ideas[drill.idea].href}>{say('practice.lesson', { number: ideas[drill.idea].lesson })}</a>
            {review.value && ` · ${say(review.value === 'sure' ? 'practice.reviewSure' : 'practice.review')}`}
          </p>
        ) : trouble.value === '' ? (
          <p>{say('practice.making')}</p>
        ) : (
          <p class="trouble">
            {say('practice.failed', { message: trouble.value })}{' '}
            <button type="button" class="link" onClick={() => void make(false)}>
              {say('practice.tryAgain')}
            </button>
          </p>
        )}
      </div>
      {asked.value && drill && (
        <div
          class="playground"
          role="group"
          aria-label={say('practice.program')}
          data-playground={`practice/${drill.idea}`}
          data-seed={drill.seed}
          ref={place}
          key={`${drill.idea} ${drill.level} ${drill.seed} ${python.value}`}
        >
          <Playground
            source={drill.source}
            tokens={colours(drill.source)}
            moments={{}}
            first={null}
            versions={versions}
            version={python.value}
            messages={messages}
            page={page}
            addressed={false}
            question={{ asked: asked.value.question, answers: asked.value.answers }}
            drill={{ keeper: keeperOf((past, now) => keep(drill.idea, past, now)), onNext: () => void make(true) }}
          />
        </div>
      )}
      <p class="practice-more needs-script">
        <a href={progressPage}>{say('practice.progress')}</a>
      </p>
    </>
  )
}

/** Holds one drill's history while it is asked; nothing of a drill is kept but how it went. */
function keeperOf(onChange: (past: QuestionProgress | undefined, now: QuestionProgress) => void) {
  let past: QuestionProgress | undefined
  return {
    get: () => past,
    set(_: string, now: QuestionProgress) {
      onChange(past, now)
      past = now
    },
  }
}

function rememberedVersion(versions: readonly string[]): string | null {
  try {
    const name = localStorage.getItem(VERSION_KEY)
    return name !== null && versions.includes(name) ? name : null
  } catch {
    return null
  }
}

function rememberVersion(name: string): void {
  try {
    localStorage.setItem(VERSION_KEY, name)
  } catch {
    // The choice holds until the page is left.
  }
}
