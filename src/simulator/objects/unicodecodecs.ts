// Python/codecs.c and Objects/unicodeobject.c: str to bytes and back, for UTF-8, ASCII and Latin-1, and what becomes of what
// cannot be. Left out: every other encoding, error handlers registered by programs, and names of characters.

import { Stop, type ThreadState } from '../heap/pystate.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { type Codec, codecNamed } from './encodings.ts'
import { PyErr_Format } from './errors.ts'
import { backslashed, raiseDecodeError, raiseEncodeError } from './unicodeerrors.ts'
import { textOf } from './unicodestorage.ts'

/** The codec of that name; `null` with LookupError. */
function findCodec(ts: ThreadState, name: string): Codec | null {
  const codec = codecNamed(name)
  if (codec === 'other') throw new Stop({ kind: 'unsupported', feature: `the encoding \`${name}\`` })
  if (codec === null) PyErr_Format(ts, ts.exc.LookupError, `unknown encoding: ${name}`)
  return codec
}

/** What encodes instead of raising: the bytes for the characters from `start` on, and how many of them it takes. */
type Handler = (codes: readonly number[], codec: Codec) => readonly [bytes: string, taken: number]

function each(codes: readonly number[], bytesOf: (code: number) => string): readonly [bytes: string, taken: number] {
  return [codes.map(bytesOf).join(''), codes.length]
}

const ENCODING: Readonly<Record<string, Handler>> = {
  strict: () => ['', 0],
  ignore: (codes) => ['', codes.length],
  replace: (codes) => each(codes, () => '?'),
  backslashreplace: (codes) => each(codes, backslashed),
  xmlcharrefreplace: (codes) => each(codes, (code) => `&#${code};`),
  surrogatepass: (codes, codec) =>
    codec === 'utf-8' ? [String.fromCharCode(...codes.flatMap(utf8)), codes.length] : ['', 0],
  surrogateescape(codes) {
    const end = codes.findIndex((code) => code < 0xdc80 || code > 0xdcff)
    const escaped = end < 0 ? codes : codes.slice(0, end)
    return [String.fromCharCode(...escaped.map((code) => code - 0xdc00)), escaped.length]
  },
}

/** Encodes a str: the bytes as a text of characters below 256, or `null` with UnicodeEncodeError or LookupError. */
export function encode(ts: ThreadState, str: Borrowed, encoding: string, errors: string): string | null {
  const codec = findCodec(ts, encoding)
  if (codec === null) return null
  const codes = Array.from(textOf(ts, str), (c) => c.codePointAt(0) ?? 0)
  const limit = { ascii: 0x80, 'latin-1': 0x100, 'utf-8': 0x110000 }[codec]
  const refused = (code: number) => code >= limit || (codec === 'utf-8' && code >= 0xd800 && code <= 0xdfff)
  const parts: string[] = []
  for (let i = 0; i < codes.length; ) {
    if (!refused(codes[i])) {
      parts.push(codec === 'utf-8' ? String.fromCharCode(...utf8(codes[i])) : String.fromCharCode(codes[i]))
      i++
      continue
    }
    let end = i + 1
    while (end < codes.length && refused(codes[end])) end++
    const handler = handlerNamed(ts, ENCODING, errors)
    if (handler === null) return null
    const [bytes, taken] = handler(codes.slice(i, end), codec)
    if (taken === 0) {
      const reason = codec === 'utf-8' ? 'surrogates not allowed' : `ordinal not in range(${limit})`
      raiseEncodeError(ts, codec, str, i, end, reason)
      return null
    }
    parts.push(bytes)
    i += taken
  }
  return parts.join('')
}

/** An error handler; `null` with LookupError. */
function handlerNamed<H>(ts: ThreadState, handlers: Readonly<Record<string, H>>, name: string): H | null {
  if (Object.hasOwn(handlers, name)) return handlers[name]
  if (name === 'namereplace') throw new Stop({ kind: 'unsupported', feature: `the error handler \`${name}\`` })
  PyErr_Format(ts, ts.exc.LookupError, `unknown error handler name '${name}'`)
  return null
}

function utf8(code: number): readonly number[] {
  const tail = (shift: number) => 0x80 | ((code >> shift) & 0x3f)
  if (code < 0x80) return [code]
  if (code < 0x800) return [0xc0 | (code >> 6), tail(0)]
  if (code < 0x10000) return [0xe0 | (code >> 12), tail(6), tail(0)]
  return [0xf0 | (code >> 18), tail(12), tail(6), tail(0)]
}

/** What decodes instead of raising: a text for the wrong bytes, and how many bytes that was; `null`: nothing does. */
type Rescue = (bad: string, rest: string, codec: Codec) => readonly [text: string, taken: number] | null

const CALLBACK: Rescue = () => null

const DECODING: Readonly<Record<string, Rescue>> = {
  strict: () => null,
  ignore: (bad) => ['', bad.length],
  replace: (bad) => ['\ufffd', bad.length],
  backslashreplace: (bad) => [Array.from(bad, (c) => backslashed(c.charCodeAt(0))).join(''), bad.length],
  surrogateescape: (bad) => [String.fromCharCode(...Array.from(bad, (c) => 0xdc00 + c.charCodeAt(0))), bad.length],
  surrogatepass(_bad, rest, codec) {
    const pass = codec === 'utf-8' && /^\xed[\xa0-\xbf][\x80-\xbf]/.test(rest)
    const code = ((rest.charCodeAt(1) & 0x3f) << 6) | (rest.charCodeAt(2) & 0x3f)
    return pass ? [String.fromCharCode(0xd000 | code), 3] : null
  },
  xmlcharrefreplace: CALLBACK,
  namereplace: CALLBACK,
}

/** Decodes bytes (a text of characters below 256); `null` with UnicodeDecodeError or LookupError. */
export function decode(ts: ThreadState, bytes: string, encoding: string, errors: string): string | null {
  const codec = findCodec(ts, encoding)
  if (codec === null || codec === 'latin-1') return codec && bytes
  const parts: string[] = []
  for (let i = 0; i < bytes.length; ) {
    const code = bytes.charCodeAt(i)
    const read: Read =
      code < 0x80
        ? { length: 1, text: bytes[i] }
        : codec === 'ascii'
          ? { length: 1, reason: 'ordinal not in range(128)' }
          : readUtf8(bytes, i)
    let { text, length } = read
    if (text === undefined) {
      const handler = handlerNamed(ts, DECODING, errors)
      if (handler === null) return null
      const rescued = handler(bytes.slice(i, i + length), bytes.slice(i, i + 3), codec)
      if (rescued !== null) [text, length] = rescued
      else if (handler === CALLBACK)
        PyErr_Format(ts, ts.exc.TypeError, "don't know how to handle UnicodeDecodeError in error callback")
      else raiseDecodeError(ts, codec, bytes, i, i + length, read.reason ?? '')
      if (text === undefined) return null
    }
    parts.push(text)
    i += length
  }
  return parts.join('')
}

interface Read {
  readonly length: number
  readonly text?: string
  readonly reason?: string
}

/** One character of UTF-8, or how many bytes are wrong and why. */
function readUtf8(bytes: string, at: number): Read {
  const lead = bytes.charCodeAt(at)
  const count =
    lead >= 0xc2 && lead <= 0xdf ? 1 : lead >= 0xe0 && lead <= 0xef ? 2 : lead >= 0xf0 && lead <= 0xf4 ? 3 : 0
  if (count === 0) return { length: 1, reason: 'invalid start byte' }
  let code = lead & (0x3f >> count)
  for (let i = 1; i <= count; i++) {
    if (at + i >= bytes.length) return { length: i, reason: 'unexpected end of data' }
    const byte = bytes.charCodeAt(at + i)
    const low = i === 1 ? ({ 224: 0xa0, 240: 0x90 }[lead] ?? 0x80) : 0x80
    const high = i === 1 ? ({ 237: 0x9f, 244: 0x8f }[lead] ?? 0xbf) : 0xbf
    if (byte < low || byte > high) return { length: i, reason: 'invalid continuation byte' }
    code = (code << 6) | (byte & 0x3f)
  }
  return { length: count + 1, text: String.fromCodePoint(code) }
}
