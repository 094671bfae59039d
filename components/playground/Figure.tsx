// The picture of a step, what happened in words, the ledger, the output so far.

import { SceneTable } from '../heap/SceneTable.tsx'
import { Stage } from '../heap/Stage.tsx'
import { Bytecode } from './Bytecode.tsx'
import { CountTimeline } from './CountTimeline.tsx'
import { Ledger } from './Ledger.tsx'
import { Output } from './Output.tsx'
import { Panel, PanelSwitch } from './Panel.tsx'
import type { Problem } from './problem.ts'
import type { Session } from './session.ts'
import { Transport } from './Transport.tsx'
import type { Say } from './words.ts'

interface Props {
  session: Session
  say: Say
  /** Nothing may be shown yet: the learner has not committed to a prediction. */
  hidden: boolean
  /** Whether the views besides the picture are offered. */
  panels?: boolean
}

export function Figure({ session, say, hidden, panels = false }: Props) {
  const { chosen, timeline, isAlive } = session.landmarks
  const view = session.view.value
  const problem = session.problem.value
  if (hidden || !view)
    return (
      <div class="playground-figure">
        {problem ? <Trouble problem={problem} say={say} /> : <p class="figure-empty">{say('play.predictFirst')}</p>}
      </div>
    )
  const object = view.scene.objects.find(
    ({ address, state }) => address === chosen.value && state !== 'freed' && isAlive.value,
  )
  const panel = panels && session.ran.value ? session.panel.value : 'objects'
  const said = view.sentences.map(({ key, params }) => say(key, params)).join(' ')
  return (
    <div class="playground-figure">
      <Transport session={session} say={say} />
      {problem && problem.kind !== 'raised' && problem.kind !== 'input' && <Trouble problem={problem} say={say} />}
      {/* Read as a whole: two steps with the same sentence are two steps. */}
      <p class="figure-said" aria-live={session.playing.value ? 'off' : 'polite'} aria-atomic="true">
        {session.ran.value && (
          <span class="visually-hidden">{say('play.step', { step: view.step, last: view.last })}: </span>
        )}
        <Marked text={said || say('play.before')} />
      </p>
      {'bytecode' in view && view.bytecode && <Bytecode session={session} bytecode={view.bytecode} say={say} />}
      {panels && session.ran.value && <PanelSwitch session={session} say={say} />}
      {panel === 'objects' ? (
        <>
          <Stage session={session} view={view} say={say} open={object?.address} />
          <SceneTable scene={view.scene} open={session.table} say={say} />
        </>
      ) : (
        <Panel name={panel} session={session} say={say} />
      )}
      {(object || timeline.value) && (
        <Ledger
          type={object?.type ?? timeline.value?.type ?? ''}
          object={object}
          told={view.scene.told}
          scene={panel === 'objects' ? view.scene : undefined}
          landmarks={session.landmarks}
          say={say}
        >
          {timeline.value && <CountTimeline session={session} say={say} timeline={timeline.value} />}
        </Ledger>
      )}
      <Output session={session} say={say} />
    </div>
  )
}

/** What stopped a run, in the learner's words; CPython's own where CPython raises. */
export function Trouble({ problem, say }: { problem: Problem; say: Say }) {
  if (problem.kind === 'syntax')
    return (
      <pre class="trouble" role="alert">
        {problem.text}
      </pre>
    )
  return (
    <p class="trouble" role="alert">
      {troubleInWords(problem, say)}
    </p>
  )
}

function troubleInWords({ kind, line, text }: Problem, say: Say): string {
  switch (kind) {
    case 'unsupported':
      return say(line > 0 ? 'play.unsupported' : 'play.unsupportedNoLine', { feature: text, line })
    case 'budget':
      return say(`play.budget.${text}`)
    case 'link':
      return say('play.linkDamaged')
    case 'unreachable':
      return say('play.notFetched')
    default:
      return say('play.internal', { message: text })
  }
}

/** A sentence with its `code` set as code. */
export function Marked({ text }: { text: string }) {
  return text.split('`').map((part, i) => (i % 2 === 1 ? <code key={i}>{part}</code> : part))
}
