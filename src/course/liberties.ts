// Where the model is not CPython: the notes `NOT CPYTHON` in the simulator's own files, each with its file.

import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A note and where it stands. */
export interface Liberty {
  /** The file below src/simulator, as `objects/dictobject.ts`. */
  readonly file: string
  readonly text: string
}

const simulator = join(process.cwd(), 'src', 'simulator')

/** Every note, by file. Tests and generated files have none that is a reader's business. */
export function liberties(): readonly Liberty[] {
  return globSync('**/*.{ts,py}', { cwd: simulator })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !file.endsWith('.test.ts') && !file.startsWith('modules/library/'))
    .sort()
    .flatMap((file) => notesIn(readFileSync(join(simulator, file), 'utf8')).map((text) => ({ file, text })))
}

/** The notes of one file: each from its mark to the end of its comment. */
export function notesIn(source: string): readonly string[] {
  const notes: string[] = []
  let note: string[] | null = null
  for (const line of source.split('\n')) {
    const [, comment] = /^\s*(?:\/\/|\/\*\*|\*(?!\/)|#)(.*)/.exec(line) ?? []
    const mark = line.match(/(?:\/\/|\/\*\*|\*|#).*?\bNOT CPYTHON: (.*)/)
    if (mark) {
      if (note) notes.push(sentence(note))
      note = [mark[1]]
      // Behind code the comment ends with its line.
      if (comment === undefined) {
        notes.push(sentence(note))
        note = null
      }
    } else if (note && comment !== undefined && comment.trim() !== '' && comment.trim() !== '/') {
      note.push(comment)
    } else if (note) {
      notes.push(sentence(note))
      note = null
    }
  }
  if (note) notes.push(sentence(note))
  return notes
}

function sentence(lines: readonly string[]): string {
  const text = lines
    .map((line) => line.trim())
    .join(' ')
    .replace(/\s*\*\/$/, '')
    .trim()
  return text.charAt(0).toUpperCase() + text.slice(1)
}
