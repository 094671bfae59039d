// Modules/arraymodule.c, the items of type codes 'u' and 'w': characters of four bytes each, and texts of them.

import { Stop, type ThreadState } from '../../heap/pystate.ts'
import type { Borrowed, Owned } from '../../heap/typeslots.ts'
import { PyErr_Format } from '../../objects/errors.ts'
import { PyUnicode_Check, typeName } from '../../objects/object.ts'
import { PyUnicode_GetLength } from '../../objects/unicodeobject.ts'
import { newStr, textOf } from '../../objects/unicodestorage.ts'
import { fill } from '../../profiles/index.ts'

const CODE_POINTS = 0x110000

/** Whether items of this code are characters. */
export function areCharacters(typecode: string): boolean {
  return typecode === 'u' || typecode === 'w'
}

/** The character at an address; 0 with ValueError. */
export function getCharacter(ts: ThreadState, at: number): Owned {
  const code = ts.mem.load(at) >>> 0
  if (code < CODE_POINTS) return newStr(ts, String.fromCodePoint(code))
  return PyErr_Format(ts, ts.exc.ValueError, 'chr() arg not in range(0x110000)')
}

/** The bytes of a str of one character. */
export function packCharacter(ts: ThreadState, value: Borrowed, into: DataView): number {
  const facts = ts.profile.modules.array
  const isStr = PyUnicode_Check(ts, value)
  const length = isStr ? PyUnicode_GetLength(ts, value) : 0
  if (!isStr || length !== 1) {
    const message = isStr ? fill(facts.itemLength, String(length)) : fill(facts.itemType, typeName(ts, value))
    PyErr_Format(ts, ts.exc.TypeError, message)
    return -1
  }
  into.setUint32(0, textOf(ts, value).codePointAt(0) ?? 0, true)
  return 0
}

/** Writes a text, four bytes a character. */
export function writeCharacters(ts: ThreadState, to: number, text: string): void {
  let at = to
  for (const one of text) {
    ts.mem.store(at, one.codePointAt(0) ?? 0)
    at += 4
  }
}

/** The str of `n` characters; 0 with an exception. */
export function readCharacters(ts: ThreadState, typecode: string, from: number, n: number): Owned {
  const parts: string[] = []
  for (let i = 0; i < n; i++) {
    const code = ts.mem.load(from + i * 4) >>> 0
    const isSurrogate = code >= 0xd800 && code < 0xe000
    if (typecode === 'w' && (isSurrogate || code >= CODE_POINTS))
      throw new Stop({ kind: 'unsupported', feature: "what is no character in an array of type code 'w', as a str" })
    if (code >= CODE_POINTS) {
      const message = `character U+${code.toString(16)} is not in range [U+0000; U+10ffff]`
      return PyErr_Format(ts, ts.exc.ValueError, message)
    }
    parts.push(String.fromCodePoint(code))
  }
  return newStr(ts, parts.join(''))
}
