// "Picture as SVG", "as PNG": what is drawn at this step, as a file.

import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { saveFile } from '../progress/save-file.ts'
import type { Session } from './session.ts'
import type { Say } from './words.ts'

export function SavePicture({ session, say }: { session: Session; say: Say }) {
  const place = useRef<HTMLSpanElement>(null)
  const failed = useSignal(false)
  const view = session.view.value
  if (!session.ran.value || !view || session.panel.value !== 'objects') return null
  async function saveAs(kind: 'svg' | 'png') {
    const svg = place.current?.closest('.play')?.querySelector<SVGSVGElement>('svg.heap')
    if (!svg || !view) return
    const { step, last, sentences } = view
    const title = say('play.pictureTitle', { step, last, python: session.python.value })
    const said = sentences.map(({ key, params }) => say(key, params)).join(' ') || say('play.before')
    try {
      const { pngOf, svgText } = await import('../heap/picture-file.ts')
      let text = ''
      await session.lens.drawnWhole(() => {
        text = svgText(svg, title, said)
      })
      const content = kind === 'svg' ? text : await pngOf(text)
      saveFile(`heapwise-step-${step}.${kind}`, kind === 'svg' ? 'image/svg+xml' : 'image/png', content)
      failed.value = false
    } catch {
      failed.value = true
    }
  }
  return (
    <span class="save-picture" ref={place}>
      <button type="button" onClick={() => void saveAs('svg')}>
        {say('play.pictureSvg')}
      </button>
      <button type="button" onClick={() => void saveAs('png')}>
        {say('play.picturePng')}
      </button>
      <span role="status" class="share-said">
        {failed.value && say('play.pictureFailed')}
      </span>
    </span>
  )
}
