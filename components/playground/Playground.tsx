// A program that can be run, stepped through and edited, and whose numbers can be predicted first. The machine is in a
// worker (session.ts); this file only puts the parts together and gives them their keys.

import { useEffect, useMemo, useRef } from 'preact/hooks'
import { progress } from '../../src/course/progress.ts'
import type { Answer, Question } from '../../src/quiz/question.ts'
import type { View } from '../../src/simulator/client.ts'
import { Editor } from './Editor.tsx'
import { Figure } from './Figure.tsx'
import { More } from './More.tsx'
import { type PanelName, readMoment } from './moment-link.ts'
import { PredictPanel } from './PredictPanel.tsx'
import { Program, type Token } from './Program.tsx'
import { type Keeper, Prediction, type TwinProgram } from './prediction.ts'
import { Share, WayOut } from './Share.tsx'
import { Session } from './session.ts'
import { shortcut } from './shortcuts.ts'
import { wordsFrom } from './words.ts'

/** How much of the picture must be seen after a run, in CSS pixels, for the page to stay where it is. */
const LEAST_SEEN = 160

interface Props {
  /** The program as shown. */
  source: string
  /** Its lines as the highlighter sees them. */
  tokens: readonly (readonly Token[])[]
  /** Ids of labelled lines. */
  moments: Readonly<Record<number, string>>
  /** What the build worked out: the view of the chosen step. */
  first: View | null
  versions: readonly string[]
  version: string
  messages: Record<string, string>
  /** The address of the page "Playground", where links lead to. */
  page: string
  /** The address of the page that is shown in frames; undefined where no frame's code is offered. */
  framePage?: string | undefined
  /** Whether this is the playground of one of these pages, which shows what its address carries. */
  addressed: boolean
  /** Whether it stands in a frame on another page: there is a way to this site, and nothing else beside the program. */
  framed?: boolean | undefined
  /** Which view is shown first where all of them are offered; undefined: only names and objects are. */
  panel?: PanelName | undefined
  /** What is asked about the program, and what its run says to it. */
  question?: Asked | undefined
  /** In practice: what takes down how it went, and the way to the next program. */
  drill?: { readonly keeper: Keeper; readonly onNext: () => void } | undefined
}

interface Asked {
  readonly asked: Question
  readonly answers: readonly Answer[]
  /** The program the second try is about; undefined: it is about the same one. */
  readonly twin?: TwinProgram | undefined
  /** For a second program: where what is done at it is kept. */
  readonly keeper?: Keeper
}

/** Says that a program listens, and does what was clicked before it did (layouts/before-paint.js). */
function listen(section: HTMLElement | null | undefined): void {
  section?.setAttribute('data-ready', '')
  const clicked = section?.querySelectorAll<HTMLElement>('[data-clicked]') ?? []
  for (const button of clicked) {
    button.removeAttribute('data-clicked')
    button.setAttribute('aria-busy', 'false')
  }
  clicked[0]?.click()
}

export default function Playground(props: Props) {
  const { source, tokens, moments, first, versions, version, messages, page, addressed, panel, question, drill } = props
  const { framePage, framed = false } = props
  const say = useMemo(() => wordsFrom(messages), [])
  const session = useMemo(() => new Session(source, first, version, versions), [])
  const prediction = useMemo(
    () =>
      question
        ? new Prediction(
            question.asked,
            question.answers,
            question.keeper ?? drill?.keeper ?? progress(),
            question.keeper ? 'second' : question.twin ? 'first' : 'only',
          )
        : null,
    [],
  )
  const asked = question?.asked.lines ?? []
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    prediction?.restore()
    if (panel) session.panel.value = panel
    const section = root.current?.closest<HTMLElement>('[data-playground]')
    const goTo = (event: Event) => {
      const { line } = (event as CustomEvent<{ line: number }>).detail
      if (!prediction || prediction.opened.value) void session.goToLine(line)
    }
    const take = async () => {
      const moment = await readMoment(location.hash, versions)
      if (moment) await session.take(moment)
    }
    section?.addEventListener('heapwise:goto', goTo)
    const nearing = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) session.expectRun(asked)
    })
    // The elements around it have no box of their own in every layout.
    const program = root.current?.firstElementChild
    if (program) nearing.observe(program)
    if (addressed) addEventListener('hashchange', take)
    void (addressed ? take() : Promise.resolve()).then(() => listen(section))
    return () => {
      section?.removeEventListener('heapwise:goto', goTo)
      nearing.disconnect()
      removeEventListener('hashchange', take)
      session.stop()
    }
  }, [])

  const locked = prediction !== null && !prediction.opened.value
  const running = session.running.value

  /** Runs the program, and brings its picture into the window where it stands below it. */
  async function start() {
    await session.runAnew()
    const figure = root.current?.querySelector<HTMLElement>('.playground-figure')
    const isBelow = figure && figure.getBoundingClientRect().top > innerHeight - LEAST_SEEN
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
    if (isBelow) figure.scrollIntoView({ block: 'start', behavior: isCalm ? 'instant' : 'smooth' })
  }

  function keys(event: KeyboardEvent) {
    const target = event.target
    if (event.key === 'Enter' && prediction && target instanceof HTMLElement && target.matches('.field input')) {
      event.preventDefault()
      if (prediction.commit()) void session.run(prediction.parting)
      return
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !locked) {
      event.preventDefault()
      void start()
      return
    }
    const writes =
      target instanceof HTMLElement &&
      target.matches('textarea, input:not([type=checkbox], [type=range]), select, [role=textbox]')
    if (!session.view.value || writes || event.ctrlKey || event.metaKey || event.altKey || locked) return
    if (event.key === '?') root.current?.querySelector<HTMLElement>('.keys')?.togglePopover()
    if (session.ran.value && shortcut(event, session)) event.preventDefault()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are shortcuts for the buttons inside
    <div class="play" ref={root} onKeyDown={keys} onPointerEnter={() => session.expectRun(asked)}>
      {session.editing.value ? (
        <Editor session={session} say={say} />
      ) : (
        <Program session={session} say={say} tokens={tokens} moments={moments} prediction={prediction} />
      )}
      {prediction && !session.changed.value && (
        <PredictPanel
          prediction={prediction}
          session={session}
          say={say}
          onOpened={() => void session.run(prediction.parting)}
          onNext={drill?.onNext}
        />
      )}
      <div class="play-bar">
        <button
          type="button"
          class={locked ? undefined : 'primary'}
          disabled={locked}
          aria-describedby={locked ? `${question?.asked.id}-locked` : undefined}
          aria-busy={running}
          onClick={() => void start()}
        >
          {say(running ? 'play.running' : 'play.run')}
        </button>
        {!session.editing.value && (
          <button
            type="button"
            disabled={locked}
            onPointerEnter={() => void import('./monaco.ts').catch(() => {})}
            onClick={() => {
              session.editing.value = true
            }}
          >
            {say('play.edit')}
          </button>
        )}
        {(session.resettable.value || session.editing.value) && (
          <button type="button" onClick={() => session.reset()}>
            {say('play.reset')}
          </button>
        )}
        {session.setAside.value !== null && (
          <button type="button" onClick={() => session.bringBack()}>
            {say('play.bringBack')}
          </button>
        )}
        {framed && <WayOut session={session} say={say} page={page} />}
        {!locked && !framed && <Share session={session} say={say} page={page} />}
        {!locked && !framed && framePage !== undefined && (
          <More session={session} say={say} framePage={framePage} opensFiles={addressed} />
        )}
        {!drill && (
          <label class="play-version">
            {say('play.version')}{' '}
            <select disabled={locked} onChange={(event) => void session.choose(event.currentTarget.value)}>
              {versions.map((name) => (
                <option key={name} selected={name === session.python.value}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        {locked && (
          <span class="play-locked" id={`${question?.asked.id}-locked`}>
            {say('play.locked')}
          </span>
        )}
      </div>
      <Figure
        session={session}
        say={say}
        panels={panel !== undefined}
        hidden={locked || (prediction !== null && !session.ran.value && !running && session.problem.value === null)}
      />
      {question?.twin && prediction?.goesOn.value && (
        <Second {...props} twin={question.twin} keeper={prediction.twin} />
      )}
    </div>
  )
}

/** The second try: a program like the first one, with other names, values or another order. */
function Second({ twin, keeper, ...props }: Props & { twin: TwinProgram; keeper: Keeper }) {
  const { source, tokens, question: asked, answers } = twin
  const say = wordsFrom(props.messages)
  return (
    <div class="playground twin" role="group" aria-label={say('predict.twin')} data-playground={`${asked.id}/twin`}>
      <p class="task-kind">{say('predict.twin')}</p>
      <Playground
        {...props}
        source={source}
        tokens={tokens}
        moments={{}}
        first={null}
        addressed={false}
        question={{ asked, answers, keeper }}
      />
    </div>
  )
}
