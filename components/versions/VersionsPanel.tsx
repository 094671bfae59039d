// The program under a second version: where output and counts first differ, both outputs side by side, the counts line by line.

import { useEffect, useState } from 'preact/hooks'
import type {
  Compared,
  Comparison,
  CountDifference,
  LinePair,
  NameCount,
  OutputLine,
} from '../../src/simulator/client.ts'
import { Trouble } from '../playground/Figure.tsx'
import { problemOf } from '../playground/problem.ts'
import type { Session } from '../playground/session.ts'
import type { Say } from '../playground/words.ts'

interface Props {
  session: Session
  say: Say
}

/** What has been compared: the run it is about, and the version it was held against. */
interface Answer {
  readonly run: number
  readonly beside: string
  readonly compared: Compared | null
}

export function VersionsPanel({ session, say }: Props) {
  const [answer, setAnswer] = useState<Answer | null>(null)
  const run = session.runs.value
  const beside = besideOf(session)
  useEffect(() => {
    let isWanted = true
    session.compare(beside).then(
      (compared) => isWanted && setAnswer({ run, beside, compared }),
      // The worker was ended: the page says so by itself.
      () => {},
    )
    return () => {
      isWanted = false
    }
  }, [run, beside])
  const isKnown = answer?.run === run && answer.beside === beside
  return (
    <div class="panel versions" role="group" aria-label={say('play.view.versions')} aria-busy={!isKnown}>
      <label class="versions-choice">
        {say('versions.beside', { python: session.python.value })}{' '}
        <select
          onChange={(event) => {
            session.beside.value = event.currentTarget.value
          }}
        >
          {session.versions
            .filter((version) => version !== session.python.value)
            .map((version) => (
              <option key={version} selected={version === beside}>
                {version}
              </option>
            ))}
        </select>
      </label>
      {isKnown && answer.compared ? (
        <Findings compared={answer.compared} session={session} beside={beside} say={say} />
      ) : (
        <p class="panel-text" role="status">
          {say('versions.running', { python: beside })}
        </p>
      )}
    </div>
  )
}

/** The version chosen, or the one before the version that is run; the one after the oldest. */
function besideOf({ beside, python, versions }: Session): string {
  if (beside.value !== '' && beside.value !== python.value) return beside.value
  const at = versions.indexOf(python.value)
  return versions[at > 0 ? at - 1 : 1]
}

interface FindingsProps {
  compared: Compared
  session: Session
  beside: string
  say: Say
}

function Findings({ compared, session, beside, say }: FindingsProps) {
  const { comparison, outcome } = compared
  const problem = problemOf({ outcome, stderr: '' })
  const stopped = problem && !['raised', 'syntax', 'input'].includes(problem.kind) ? problem : null
  const pythons = [session.python.value, beside] as const
  const about = { session, pythons, say }
  return (
    <>
      {stopped && (
        <>
          <p class="panel-text">{say('versions.stopped', { python: beside })}</p>
          <Trouble problem={stopped} say={say} />
        </>
      )}
      {comparison && (
        <>
          <div class="versions-findings" role="status">
            <OutputFinding comparison={comparison} {...about} />
            <CountFinding comparison={comparison} {...about} />
            {comparison.isCut && <p class="panel-text">{say('versions.cut', { count: comparison.compared })}</p>}
          </div>
          <Outputs comparison={comparison} {...about} />
          {comparison.rows.length > 0 && <Lines rows={comparison.rows} {...about} />}
        </>
      )}
    </>
  )
}

interface About {
  session: Session
  /** The version that is run, and the one beside it. */
  pythons: readonly [string, string]
  say: Say
}

const sides = [0, 1] as const

function OutputFinding({ comparison: { output }, ...about }: About & { comparison: Comparison }) {
  const { say, pythons } = about
  if (output.different === 0)
    return <p>{say(output.shown[0].length === 0 ? 'versions.noOutput' : 'versions.sameOutput')}</p>
  return (
    <div class="finding output-finding">
      <p>
        <Differs /> {say('versions.output', { line: output.different })}
      </p>
      <dl>
        {sides.map((side) => {
          const line = output.first[side]
          return (
            <div key={side}>
              <dt>{pythons[side]}</dt>
              <dd>
                {line ? <code>{line.text === '' ? '␤' : line.text}</code> : say('versions.ended')}
                {line && line.line > 0 && <span> {say('versions.writtenBy', { line: line.line })}</span>}{' '}
                {line && <Way moment={line.moment} side={side} {...about} />}
              </dd>
            </div>
          )
        })}
      </dl>
    </div>
  )
}

function CountFinding({ comparison: { counts, parted, compared }, ...about }: About & { comparison: Comparison }) {
  const { say, pythons, session } = about
  const ways = parted && (
    <p>
      <Differs />{' '}
      {say('versions.parted', {
        one: pythons[0],
        line: parted[0] ? say('play.changeLine', { line: parted[0].line }) : say('versions.noLine'),
        other: pythons[1],
        otherLine: parted[1] ? say('play.changeLine', { line: parted[1].line }) : say('versions.noLine'),
      })}
    </p>
  )
  if (!counts)
    return (
      <>
        {compared > 0 && <p>{say(parted ? 'versions.sameCountsSoFar' : 'versions.sameCounts')}</p>}
        {compared > 0 && session.text.value.includes('getrefcount') && (
          <p class="panel-text">{say('versions.whileRunning')}</p>
        )}
        {ways}
      </>
    )
  return (
    <>
      <div class="finding count-finding">
        <p>
          <Differs /> {say('versions.counts', { line: counts.line })}
        </p>
        <dl>
          {sides.map((side) => (
            <div key={side}>
              <dt>{pythons[side]}</dt>
              <dd>
                <Counts counts={namedBy(counts, side)} say={say} />{' '}
                <Way moment={counts.moments[side]} side={side} {...about} />
              </dd>
            </div>
          ))}
        </dl>
      </div>
      {ways}
    </>
  )
}

function namedBy({ names }: CountDifference, side: 0 | 1): NameCount[] {
  return names.map(({ counts }) => counts[side])
}

/** The way to a step, under the version it is a step of. */
function Way({ moment, side, session, pythons, say }: About & { moment: number; side: 0 | 1 }) {
  if (moment < 0) return null
  return (
    <button type="button" class="link" onClick={() => void session.goUnder(pythons[side], moment)}>
      {side === 0 ? say('play.toMoment') : say('versions.under', { python: pythons[1] })}
    </button>
  )
}

/** The mark of a difference; the words beside it say the same. */
function Differs() {
  return (
    <span class="differs" aria-hidden="true">
      ≠
    </span>
  )
}

function Outputs({ comparison: { output }, pythons, say }: About & { comparison: Comparison }) {
  if (output.shown[0].length + output.shown[1].length === 0) return null
  return (
    <div class="versions-outputs">
      {sides.map((side) => (
        <div key={side}>
          <p class="panel-title">{say('versions.outputOf', { python: pythons[side] })}</p>
          <OutputOf side={side} python={pythons[side]} output={output} say={say} />
        </div>
      ))}
    </div>
  )
}

interface OutputProps {
  side: 0 | 1
  python: string
  output: Comparison['output']
  say: Say
}

function OutputOf({ side, python, output, say }: OutputProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long output scrolls
    <div class="versions-output" tabIndex={0} role="group" aria-label={say('versions.outputOf', { python })}>
      {output.before > 0 && <p class="panel-text">{say('versions.before', { count: output.before })}</p>}
      <ol class="versions-printed">
        {output.shown[side].map((line, i) => (
          <WrittenLine key={i} line={line} isFirst={i + output.before + 1 === output.different} say={say} />
        ))}
      </ol>
      {output.after[side] > 0 && <p class="panel-text">{say('play.hidden', { count: output.after[side] })}</p>}
    </div>
  )
}

function WrittenLine({ line, isFirst, say }: { line: OutputLine; isFirst: boolean; say: Say }) {
  return (
    <li class={isFirst ? `${line.stream} different` : line.stream}>
      {isFirst && (
        <>
          <Differs />
          <span class="visually-hidden">{say('versions.firstDifference')} </span>
        </>
      )}
      <code>{line.text}</code>
    </li>
  )
}

function Lines({ rows, session, pythons, say }: About & { rows: readonly LinePair[] }) {
  const text = session.text.value.split('\n')
  return (
    <>
      <p class="panel-title">{say('versions.lines')}</p>
      <ol class="versions-lines">
        {rows.map(({ line, differs, sides: shown, times }) => (
          <li key={line} class={differs ? 'different' : undefined}>
            <button
              type="button"
              class="link"
              disabled={!shown[0]}
              onClick={() => shown[0] && void session.goToMoment(shown[0].moment)}
            >
              {differs && <Differs />}
              <span class="visually-hidden">
                {say('play.changeLine', { line })}
                {differs && `, ${say('versions.differs')}`}
              </span>
              <span class="versions-number" aria-hidden="true">
                {line}
              </span>{' '}
              <code>{text[line - 1]?.trim()}</code>
            </button>
            <dl>
              {sides.map((side) => (
                <div key={side}>
                  <dt>{pythons[side]}</dt>
                  <dd>
                    {shown[side] ? <Counts counts={shown[side].counts} say={say} /> : say('versions.notRun')}
                    {times[0] !== times[1] && times[side] > 0 && ` ${say('versions.times', { count: times[side] })}`}
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ol>
    </>
  )
}

function Counts({ counts, say }: { counts: readonly NameCount[]; say: Say }) {
  if (counts.length === 0)
    return (
      <span class="panel-text">
        <span aria-hidden="true">–</span>
        <span class="visually-hidden">{say('versions.noNames')}</span>
      </span>
    )
  return (
    <span class="versions-counts">
      {counts.map(({ name, refcnt, immortal }) => (
        <span key={name}>
          <code>{name}</code> <b>{immortal ? '∞' : refcnt}</b>
        </span>
      ))}
    </span>
  )
}
