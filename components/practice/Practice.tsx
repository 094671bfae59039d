// Practice: one drill after the other, each run before it is asked. What is missed comes back on other days.

import { batch, useSignal } from '@preact/signals'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { progress } from '../../src/course/progress.ts'
import type { Kept, QuestionProgress } from '../../src/course/progress-file.ts'
import { nothingKept } from '../../src/course/progress-file.ts'
import { noteTry } from '../../src/course/tries.ts'
import { dayOf } from '../../src/quiz/days.ts'
import { type AskedDrill, askDrill } from '../../src/quiz/drills/ask.ts'
import { type IdeaName, ideaNames, makeDrill } from '../../src/quiz/drills/drill.ts'
import { afterDrill, isDue, nextIdea } from '../../src/quiz/drills/review.ts'
import { Simulator } from '../../src/simulator/client.ts'
import Playground from '../playground/Playground.tsx'
import { wordsFrom } from '../playground/words.ts'
import { colours } from './colours.ts'
import { Days } from './Days.tsx'
import { Ideas, type ShownIdea } from './Ideas.tsx'

interface Props {
  ideas: Readonly<Record<IdeaName, ShownIdea>>
  versions: readonly string[]
  version: string
  messages: Record<string, string>
  /** The address of the page "Playground", where links lead to. */
  page: string
  /** Language tag, for dates. */
  language: string
}

/** Programs that are made before it is said that none could be. */
const MOST_ATTEMPTS = 20
/** Seconds a drill counts at most: someone may have gone away. */
const MOST_SECONDS = 90

const VERSION_KEY = 'heapwise.practice.python'

export default function Practice({ ideas, versions, version, messages, page, language }: Props) {
  const say = useMemo(() => wordsFrom(messages), [])
  const simulator = useMemo(() => new Simulator(), [])
  const kept = useSignal<Kept>(nothingKept)
  const python = useSignal(version)
  const wanted = useSignal<IdeaName | ''>('')
  const asked = useSignal<AskedDrill | null>(null)
  const trouble = useSignal('')
  /** Whether the drill that is asked was due for review. */
  const review = useSignal(false)
  const place = useRef<HTMLDivElement>(null)
  const making = useRef(0)
  const begun = useRef(0)

  useEffect(() => {
    const show = () => {
      kept.value = progress().kept
    }
    show()
    python.value = rememberedVersion(versions) ?? version
    void make(false)
    const end = progress().watch(show)
    return () => {
      end()
      simulator.stop()
    }
  }, [])

  /** Makes the next drill. `led`: the learner asked for it and is led to its first field. */
  async function make(led: boolean) {
    const turn = ++making.current
    const last = asked.value?.drill.idea ?? null
    const today = dayOf(new Date())
    const idea = wanted.value || nextIdea(ideaNames, kept.value.ideas, today, last)
    const level = kept.value.ideas[idea]?.level ?? 1
    batch(() => {
      asked.value = null
      trouble.value = ''
    })
    let found: AskedDrill | null = null
    try {
      for (let attempt = 0; found === null && attempt < MOST_ATTEMPTS; attempt++) {
        const seed = crypto.getRandomValues(new Int32Array(1))[0]
        found = await askDrill(simulator, makeDrill(idea, level, seed), python.value)
        if (turn !== making.current) return
      }
      if (found === null) throw new Error(idea)
    } catch (error) {
      if (turn === making.current) trouble.value = error instanceof Error ? error.message : String(error)
      return
    }
    batch(() => {
      review.value = isDue(kept.value.ideas[idea], today)
      asked.value = found
    })
    begun.current = performance.now()
    if (led) requestAnimationFrame(() => place.current?.querySelector<HTMLElement>('.field input')?.focus())
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
        ideas: { ...all.ideas, [idea]: afterDrill(all.ideas[idea], right, today) },
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
      <div class="practice-what needs-script" role="status">
        {drill ? (
          <p>
            <strong>{ideas[drill.idea].title}</strong>, {say('practice.level', { level: drill.level })}
            {review.value && `, ${say('practice.review')}`} (
            <a href={ideas[drill.idea].href}>{say('practice.lesson', { number: ideas[drill.idea].lesson })}</a>)
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
      <Ideas ideas={ideas} cards={kept.value.ideas} say={say} language={language} />
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
