// Python/codecs.c and Objects/unicodeobject.c: str to bytes and back, for UTF-8, ASCII and Latin-1.
// Left out: every other encoding, and error handlers registered by programs.

import type { ThreadState } from '../heap/pystate.ts'
import { PyErr_Format } from './errors.ts'

type Codec = 'utf-8' | 'ascii' | 'iso8859-1'

const ALIASES: Record<string, Codec> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  u8: 'utf-8',
  utf: 'utf-8',
  ascii: 'ascii',
  'us-ascii': 'ascii',
  '646': 'ascii',
  'latin-1': 'iso8859-1',
  latin1: 'iso8859-1',
  latin: 'iso8859-1',
  l1: 'iso8859-1',
  'iso-8859-1': 'iso8859-1',
  'iso8859-1': 'iso8859-1',
}

/** The codec of that name; `null` with LookupError. */
function findCodec(ts: ThreadState, name: string): Codec | null {
  const codec = ALIASES[name.toLowerCase().replaceAll('_', '-')]
  if (codec !== undefined) return codec
  PyErr_Format(ts, ts.exc.LookupError, `unknown encoding: ${name}`)
  return null
}

/** What encoding says of itself in errors. */
const LABELS: Record<Codec, string> = { 'utf-8': 'utf-8', ascii: 'ascii', 'iso8859-1': 'latin-1' }

/** Encodes a text: the bytes as a text of characters below 256, or `null` with UnicodeEncodeError or LookupError. */
export function encodeText(ts: ThreadState, text: string, encoding: string, errors: string): string | null {
  const codec = findCodec(ts, encoding)
  if (codec === null) return null
  const chars = [...text]
  const limit = codec === 'ascii' ? 0x80 : codec === 'iso8859-1' ? 0x100 : 0x110000
  const refused = (code: number) => code >= limit || (codec === 'utf-8' && code >= 0xd800 && code <= 0xdfff)
  let result = ''
  for (let i = 0; i < chars.length; i++) {
    const code = chars[i].codePointAt(0) ?? 0
    if (!refused(code)) {
      result += codec === 'utf-8' ? utf8(code) : chars[i]
      continue
    }
    let end = i + 1
    while (end < chars.length && refused(chars[end].codePointAt(0) ?? 0)) end++
    const part = replaced(ts, chars.slice(i, end), errors, codec)
    if (part === null) {
      if (errors === 'strict' || !HANDLERS.has(errors)) encodeError(ts, chars, i, end, codec, errors)
      return null
    }
    result += part
    i = end - 1
  }
  return result
}

const HANDLERS = new Set([
  'strict',
  'ignore',
  'replace',
  'backslashreplace',
  'xmlcharrefreplace',
  'surrogatepass',
  'surrogateescape',
])

function replaced(_ts: ThreadState, chars: readonly string[], errors: string, codec: Codec): string | null {
  const codes = chars.map((c) => c.codePointAt(0) ?? 0)
  switch (errors) {
    case 'ignore':
      return ''
    case 'replace':
      return '?'.repeat(chars.length)
    case 'backslashreplace':
      return codes.map(backslashed).join('')
    case 'xmlcharrefreplace':
      return codes.map((code) => `&#${code};`).join('')
    case 'surrogatepass':
      return codec === 'utf-8' ? codes.map(utf8).join('') : null
    default:
      return null
  }
}

function backslashed(code: number): string {
  const hex = code.toString(16)
  if (code < 0x100) return `\\x${hex.padStart(2, '0')}`
  return code < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`
}

/** NOT CPYTHON: the error's text is right, but its object, start, end and reason are not attributes. */
function encodeError(
  ts: ThreadState,
  chars: readonly string[],
  start: number,
  end: number,
  codec: Codec,
  errors: string,
): void {
  if (!HANDLERS.has(errors)) {
    PyErr_Format(ts, ts.exc.LookupError, `unknown error handler name '${errors}'`)
    return
  }
  const reason = codec === 'utf-8' ? 'surrogates not allowed' : `ordinal not in range(${codec === 'ascii' ? 128 : 256})`
  const where =
    end === start + 1
      ? `character '${backslashed(chars[start].codePointAt(0) ?? 0)}' in position ${start}`
      : `characters in position ${start}-${end - 1}`
  PyErr_Format(ts, ts.exc.UnicodeEncodeError, `'${LABELS[codec]}' codec can't encode ${where}: ${reason}`)
}

function utf8(code: number): string {
  const byte = String.fromCharCode
  const tail = (shift: number) => byte(0x80 | ((code >> shift) & 0x3f))
  if (code < 0x80) return byte(code)
  if (code < 0x800) return byte(0xc0 | (code >> 6)) + tail(0)
  if (code < 0x10000) return byte(0xe0 | (code >> 12)) + tail(6) + tail(0)
  return byte(0xf0 | (code >> 18)) + tail(12) + tail(6) + tail(0)
}

/** Decodes bytes (a text of characters below 256); `null` with UnicodeDecodeError or LookupError. */
export function decodeBytes(ts: ThreadState, bytes: string, encoding: string, errors: string): string | null {
  const codec = findCodec(ts, encoding)
  if (codec === null) return null
  if (codec === 'iso8859-1') return bytes
  let result = ''
  for (let i = 0; i < bytes.length; ) {
    const code = bytes.charCodeAt(i)
    if (code < 0x80) {
      result += bytes[i++]
      continue
    }
    const read = codec === 'ascii' ? { length: 1, reason: 'ordinal not in range(128)' } : readUtf8(bytes, i)
    if (read.text !== undefined) result += read.text
    else {
      const bad = bytes.slice(i, i + read.length)
      const part = onBadBytes(bad, errors)
      if (part === null) {
        decodeError(ts, bad, i, codec, errors, read.reason ?? '')
        return null
      }
      result += part
    }
    i += read.length
  }
  return result
}

function onBadBytes(bad: string, errors: string): string | null {
  if (errors === 'ignore') return ''
  if (errors === 'replace') return '\ufffd'
  if (errors === 'backslashreplace') return [...bad].map((c) => backslashed(c.charCodeAt(0))).join('')
  if (errors === 'surrogateescape') return [...bad].map((c) => String.fromCharCode(0xdc00 + c.charCodeAt(0))).join('')
  return null
}

function decodeError(ts: ThreadState, bad: string, start: number, codec: Codec, errors: string, reason: string): void {
  if (!HANDLERS.has(errors)) {
    PyErr_Format(ts, ts.exc.LookupError, `unknown error handler name '${errors}'`)
    return
  }
  const where =
    bad.length === 1
      ? `byte 0x${bad.charCodeAt(0).toString(16)} in position ${start}`
      : `bytes in position ${start}-${start + bad.length - 1}`
  PyErr_Format(ts, ts.exc.UnicodeDecodeError, `'${LABELS[codec]}' codec can't decode ${where}: ${reason}`)
}

interface Utf8Read {
  readonly length: number
  readonly text?: string
  readonly reason?: string
}

/** One character of UTF-8, or how many bytes are wrong and why. */
function readUtf8(bytes: string, at: number): Utf8Read {
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
