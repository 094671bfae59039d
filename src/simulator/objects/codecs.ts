// Python/codecs.c: str to bytes and back. Here is only what ASCII is in any of the simulated encodings, which is itself; the
// rest is in unicodecodecs.ts.

import type { ThreadState } from '../heap/pystate.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { decode, encode } from './unicodecodecs.ts'
import { isAscii } from './unicodectype.ts'
import { textOf } from './unicodestorage.ts'

const SAME = /^(utf[-_]?8|(us[-_])?ascii|latin[-_]?1)$/i

/** Encodes a str: the bytes as a text of characters below 256, or `null` with UnicodeEncodeError or LookupError. */
export function encodeText(ts: ThreadState, str: Borrowed, encoding: string, errors: string): string | null {
  const text = textOf(ts, str)
  return SAME.test(encoding) && isAscii(text) ? text : encode(ts, str, encoding, errors)
}

/** Decodes bytes (a text of characters below 256); `null` with UnicodeDecodeError or LookupError. */
export function decodeBytes(ts: ThreadState, bytes: string, encoding: string, errors: string): string | null {
  return SAME.test(encoding) && isAscii(bytes) ? bytes : decode(ts, bytes, encoding, errors)
}
