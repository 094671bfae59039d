// The views of a step besides the picture of names and objects: which one is chosen, and each fetched when it is first shown.

import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { type PanelName, panelNames } from './moment-link.ts'
import type { Session } from './session.ts'
import type { Say } from './words.ts'

interface PanelProps {
  session: Session
  say: Say
}

const fetches: Readonly<Record<Exclude<PanelName, 'objects'>, () => Promise<ComponentType<PanelProps>>>> = {
  memory: () => import('../memory/MemoryPanel.tsx').then(({ MemoryPanel }) => MemoryPanel),
  collector: () => import('../collector/CollectorPanel.tsx').then(({ CollectorPanel }) => CollectorPanel),
  versions: () => import('../versions/VersionsPanel.tsx').then(({ VersionsPanel }) => VersionsPanel),
}

/** Buttons, not tabs: the arrow keys go on stepping through the run. */
export function PanelSwitch({ session, say }: PanelProps) {
  return (
    <div class="panel-switch" role="group" aria-label={say('play.views')}>
      {panelNames.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={session.panel.value === name}
          onClick={() => {
            session.panel.value = name
          }}
        >
          {say(`play.view.${name}`)}
        </button>
      ))}
    </div>
  )
}

export function Panel({ name, session, say }: PanelProps & { name: Exclude<PanelName, 'objects'> }) {
  const [Shown, show] = useState<ComponentType<PanelProps> | null>(null)
  const [failed, fail] = useState(false)
  useEffect(() => {
    fetches[name]().then(
      (component) => show(() => component),
      () => fail(true),
    )
  }, [name])
  if (failed) return <p class="trouble">{say('play.viewMissing')}</p>
  return Shown ? <Shown session={session} say={say} /> : <div class="panel" aria-busy="true" />
}
