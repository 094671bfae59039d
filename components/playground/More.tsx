// What is wanted now and then, behind one button: a file of the learner's, the code of a frame, the run as a file.

import { useSignal } from '@preact/signals'
import { useMemo, useRef } from 'preact/hooks'
import { type FileSaid, OpenFile } from './OpenFile.tsx'
import { SavePicture } from './SavePicture.tsx'
import { SaveTrace } from './SaveTrace.tsx'
import { ShareFrame } from './Share.tsx'
import type { Session } from './session.ts'
import type { Say } from './words.ts'

interface Props {
  session: Session
  say: Say
  /** The address of the page that is shown in frames. */
  framePage: string
  /** Whether a file may take the place of the program. */
  opensFiles: boolean
}

/** Lists made so far: each has a name of its own on the page, which `useId` gives only within one island. */
let made = 0

export function More({ session, say, framePage, opensFiles }: Props) {
  const id = useMemo(() => `more-${++made}`, [])
  const list = useRef<HTMLDivElement>(null)
  const said = useSignal<FileSaid | null>(null)
  return (
    <>
      <button type="button" class="more-button" popovertarget={id}>
        {say('play.more')}
      </button>
      <div ref={list} id={id} class="more" popover="auto" role="group" aria-label={say('play.more')}>
        {opensFiles && (
          <OpenFile
            session={session}
            say={say}
            onRead={(file) => {
              said.value = file
              list.current?.hidePopover()
            }}
          />
        )}
        <ShareFrame session={session} say={say} page={framePage} />
        <SavePicture session={session} say={say} />
        <SaveTrace session={session} say={say} />
      </div>
      {opensFiles && (
        <span role="status" class="file-said" data-file={said.value?.kind}>
          {said.value && say(`play.file.${said.value.kind}`, { name: said.value.name })}
        </span>
      )}
    </>
  )
}
