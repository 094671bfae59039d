// The lessons with a mark for each of their questions: tick, eye, dot, ring.

import type { QuestionProgress } from '../../src/course/progress-file.ts'
import { Sign } from '../playground/Sign.tsx'
import type { Say } from '../playground/words.ts'

export interface ShownLesson {
  readonly number: string
  readonly title: string
  /** Language tag, where it is not the page's. */
  readonly lang?: string | undefined
  /** Absent while the lesson is in preparation. */
  readonly href?: string | undefined
  readonly questions: readonly string[]
}

export interface ShownPart {
  readonly title: string
  readonly lessons: readonly ShownLesson[]
}

interface Props {
  parts: readonly ShownPart[]
  questions: Readonly<Record<string, QuestionProgress>>
  say: Say
  onReset: (number: string, questions: readonly string[]) => void
}

type State = QuestionProgress['state'] | 'none'

const states: readonly State[] = ['right', 'shown', 'open', 'none']

export function LessonRows({ parts, questions, say, onReset }: Props) {
  return (
    <>
      <ul class="progress-key needs-script">
        {states.map((state) => (
          <li key={state}>
            <Mark state={state} /> {say(`progress.key.${state}`)}
          </li>
        ))}
      </ul>
      {parts.map(({ title, lessons }) => (
        <section key={title}>
          <h2 class="progress-part">
            {title} <PartSum lessons={lessons} questions={questions} say={say} />
          </h2>
          <ol class="progress-lessons">
            {lessons.map((lesson) => (
              <Row key={lesson.number} lesson={lesson} questions={questions} say={say} onReset={onReset} />
            ))}
          </ol>
        </section>
      ))}
    </>
  )
}

/** How many of a part's questions are answered, once one is. */
function PartSum({ lessons, questions, say }: Pick<ShownPart, 'lessons'> & Pick<Props, 'questions' | 'say'>) {
  const ids = lessons.flatMap((lesson) => lesson.questions)
  const answered = ids.filter((id) => (questions[id]?.state ?? 'open') !== 'open').length
  if (answered === 0) return null
  return <span class="progress-count">{say('progress.of', { answered, all: ids.length })}</span>
}

function Row({ lesson, questions, say, onReset }: Omit<Props, 'parts'> & { lesson: ShownLesson }) {
  const { number, title, lang, href, questions: ids } = lesson
  const found = ids.map((id): State => {
    const past = Object.hasOwn(questions, id) ? questions[id] : undefined
    return past?.state === 'open' && past.tries === 0 ? 'none' : (past?.state ?? 'none')
  })
  const count = (state: State) => found.filter((each) => each === state).length
  const [right, shown, open] = states.map(count)
  return (
    <li class={href ? undefined : 'unwritten'}>
      <span class="lesson-number">{number}</span>
      {href ? (
        <a href={href} lang={lang}>
          {title}
        </a>
      ) : (
        <span lang={lang}>
          {title} <small>{say('nav.inPreparation')}</small>
        </span>
      )}
      {ids.length > 0 && (
        <span class="progress-marks needs-script">
          <span class="progress-row" aria-hidden="true">
            {found.map((state, i) => (
              <Mark key={ids[i]} state={state} />
            ))}
          </span>
          <span class="progress-count">{say('progress.of', { answered: right + shown, all: ids.length })}</span>
          <span class="visually-hidden">{say('progress.detail', { right, shown, open })}</span>
        </span>
      )}
      {right + shown + open > 0 && (
        <button
          type="button"
          class="link"
          aria-label={say('progress.resetLesson', { number })}
          onClick={() => onReset(number, ids)}
        >
          {say('progress.reset')}
        </button>
      )}
    </li>
  )
}

function Mark({ state }: { state: State }) {
  return (
    <span class={`progress-mark ${state}`}>
      {state === 'right' && <Sign name="tick" />}
      {state === 'shown' && <Sign name="eye" />}
    </span>
  )
}
