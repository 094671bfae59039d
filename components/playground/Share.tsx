// Ways to hand on what is shown: a link, the code of a frame for another page, and from such a frame the way to this site.

import { useSignal, useSignalEffect } from '@preact/signals'
import { CopyButton } from './CopyButton.tsx'
import { frameCode, writeMoment } from './moment-link.ts'
import type { Session } from './session.ts'
import type { Say } from './words.ts'

interface Props {
  session: Session
  say: Say
  /** The address of the page that shows the moment: the playground, or the page for frames. */
  page: string
}

/** The whole address of the moment that is shown. */
async function addressOf(session: Session, page: string): Promise<string> {
  return `${new URL(page, location.href).href}#${await writeMoment(session.moment())}`
}

export function Share({ session, say, page }: Props) {
  return (
    <CopyButton
      name="play.copyLink"
      done="play.linkCopied"
      here="play.linkHere"
      say={say}
      text={() => addressOf(session, page)}
    />
  )
}

export function ShareFrame({ session, say, page }: Props) {
  return (
    <CopyButton
      name="play.copyFrame"
      done="play.frameCopied"
      here="play.frameHere"
      say={say}
      text={async () => frameCode(await addressOf(session, page), say('play.frameTitle'))}
    />
  )
}

/** From a frame to the playground, with what the frame shows. */
export function WayOut({ session, say, page }: Props) {
  const address = useSignal(page)
  useSignalEffect(() => {
    // Read now: what it depends on is known to the effect before anything is waited for.
    const moment = session.moment()
    let isWanted = true
    writeMoment(moment).then((fragment) => {
      if (isWanted) address.value = `${page}#${fragment}`
    })
    return () => {
      isWanted = false
    }
  })
  return (
    <a class="way-out" href={address.value} target="_blank" rel="noopener">
      {say('play.wayOut')}
    </a>
  )
}
