// The program while it is edited: Monaco, loaded now; a plain field where fingers write, and until Monaco is there.

import { useEffect, useRef } from 'preact/hooks'
import type { Monaco } from './monaco.ts'
import type { Session } from './session.ts'
import type { Say } from './words.ts'

export function Editor({ session, say }: { session: Session; say: Say }) {
  const box = useRef<HTMLDivElement>(null)
  const editor = useRef<Monaco | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const text = session.text.value
  const view = session.view.value
  const problem = session.problem.value

  useEffect(() => {
    if (matchMedia('(pointer: coarse)').matches) {
      field.current?.focus()
      return
    }
    let gone = false
    import('./monaco.ts').then(
      ({ openEditor }) => {
        if (gone || !box.current) return
        editor.current = openEditor(box.current, session, say)
        box.current.dataset.ready = ''
      },
      // Offline, or the file is gone: the plain field stays.
      () => field.current?.focus(),
    )
    return () => {
      gone = true
      editor.current?.dispose()
      editor.current = null
    }
  }, [])

  useEffect(() => editor.current?.mark(), [view, problem, session.ran.value, session.hints.value])

  return (
    <div class="playground-code editor">
      <div class="editor-box" ref={box} style={{ '--lines': Math.max(6, text.split('\n').length) }} />
      <textarea
        ref={field}
        aria-label={say('play.code')}
        spellcheck={false}
        autocapitalize="off"
        autocomplete="off"
        rows={Math.max(6, text.split('\n').length)}
        value={text}
        onInput={(event) => session.edit(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault()
            void session.runAnew()
          }
        }}
      />
      <p class="editor-hint">{say('play.editorHint')}</p>
    </div>
  )
}
