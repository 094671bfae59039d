// A program from the learner's own disk: chosen with a button, or dropped anywhere on the page.

import { useEffect, useRef } from 'preact/hooks'
import { type ProgramFile, readProgram } from './program-file.ts'
import type { Session } from './session.ts'
import type { Say } from './words.ts'

/** What came of the last file: a program, or why it is none. */
export interface FileSaid {
  readonly kind: ProgramFile['kind']
  readonly name: string
}

interface Props {
  session: Session
  say: Say
  /** Told what came of each file. */
  onRead: (said: FileSaid) => void
}

export function OpenFile({ session, say, onRead }: Props) {
  const field = useRef<HTMLInputElement>(null)
  async function open(file: File | undefined) {
    if (!file) return
    const read = await readProgram(file)
    if (read.kind === 'program') session.open(read.text)
    onRead({ kind: read.kind, name: file.name })
  }
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      document.documentElement.dataset.dropping = ''
    }
    const end = () => {
      delete document.documentElement.dataset.dropping
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) end()
    }
    const drop = (event: DragEvent) => {
      end()
      const files = event.dataTransfer?.files
      if (!files || files.length === 0) return
      event.preventDefault()
      void open(files[0])
    }
    addEventListener('dragover', over)
    addEventListener('dragleave', leave)
    addEventListener('drop', drop)
    return () => {
      end()
      removeEventListener('dragover', over)
      removeEventListener('dragleave', leave)
      removeEventListener('drop', drop)
    }
  }, [])
  return (
    <>
      <button type="button" onClick={() => field.current?.click()}>
        {say('play.openFile')}
      </button>
      <input
        ref={field}
        type="file"
        hidden
        aria-label={say('play.openFile')}
        accept=".py,.pyw,text/x-python,text/plain"
        onChange={(event) => {
          void open(event.currentTarget.files?.[0])
          // The same file can be chosen again after it has been changed.
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}
