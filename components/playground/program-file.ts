// A program from a file of the learner's. Nothing of it leaves the page; what is no program is refused with its reason.

import { LONGEST } from './moment-link.ts'

/** What a file is: a program, or why it is none. */
export type ProgramFile =
  | { readonly kind: 'program'; readonly text: string }
  | { readonly kind: 'tooLarge' | 'notText' | 'unreadable' | 'empty' }

/** UTF-8 has at most so many bytes for one character of a program. */
const MOST_BYTES = 4

/**
 * Reads a file as Python would by default: as UTF-8, with or without a mark at its beginning. Ends of lines become `\n`.
 * Never rejects.
 */
export async function readProgram(file: Blob): Promise<ProgramFile> {
  // A large file is not even read.
  if (file.size > LONGEST * MOST_BYTES) return { kind: 'tooLarge' }
  let bytes: ArrayBuffer
  try {
    bytes = await file.arrayBuffer()
  } catch {
    return { kind: 'unreadable' }
  }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return { kind: 'notText' }
  }
  if (text.includes('\0')) return { kind: 'notText' }
  if (text.length > LONGEST) return { kind: 'tooLarge' }
  if (text.trim() === '') return { kind: 'empty' }
  return { kind: 'program', text: text.replace(/\r\n?/g, '\n') }
}
