// What few programs ask of the built-in types. Its code (late/) is fetched as a part of the library is, when a program first
// needs it.

import type { ThreadState } from '../heap/pystate.ts'
import type { Borrowed, Owned, TypeSlots } from '../heap/typeslots.ts'

/** The functions that come late. */
export interface LateCode {
  /** Encodes a str: the bytes as a text of characters below 256, or `null` with UnicodeEncodeError or LookupError. */
  readonly encode: (ts: ThreadState, str: Borrowed, encoding: string, errors: string) => string | null
  /** Decodes bytes (a text of characters below 256); `null` with UnicodeDecodeError or LookupError. */
  readonly decode: (ts: ThreadState, bytes: string, encoding: string, errors: string) => string | null
  readonly UnicodeError_init: NonNullable<TypeSlots['tp_init']>
  readonly UnicodeError_str: (ts: ThreadState, self: Borrowed) => Owned
}

let bring: () => LateCode = () => {
  throw new Error('there is no library')
}

/** Says where the functions come from. */
export function setLate(from: () => LateCode): void {
  bring = from
}

/** The functions; throws PartMissing where they are not here yet. */
export function late(): LateCode {
  return bring()
}
