// A trace as JSON text and back, word for word. What JSON has no word for is wrapped in an object with one key:
// {"$Int32Array": "<base64>"}, {"$bigint": "123"}, {"$number": "-0"}. Objects met again are kept once:
// {"$ref": n} is the n-th object or array met, so shared constants stay shared.

import type { Trace } from './trace.ts'

/** The typed arrays of a trace, by name. */
const ARRAYS = { Int32Array, Uint32Array, Uint8Array } as const
type ArrayName = keyof typeof ARRAYS

/** The whole trace as JSON. */
export function traceToJson(trace: Trace): string {
  const met = new Map<object, number>()
  const plain = (value: unknown): unknown => {
    if (typeof value === 'bigint') return { $bigint: String(value) }
    if (typeof value === 'number') {
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : { $number: Object.is(value, -0) ? '-0' : String(value) }
    }
    if (typeof value === 'string') return value.isWellFormed() ? value : { $utf16: [...units(value)] }
    if (typeof value !== 'object' || value === null) return value
    const before = met.get(value)
    if (before !== undefined) return { $ref: before }
    met.set(value, met.size)
    if (ArrayBuffer.isView(value)) return { [`$${value.constructor.name}`]: toBase64(value) }
    if (Array.isArray(value)) return value.map(plain)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]))
  }
  return JSON.stringify(plain(trace))
}

/**
 * The trace of a JSON text that `traceToJson` made.
 * @throws SyntaxError where the text is not JSON, Error where it is not a trace
 */
export function traceFromJson(text: string): Trace {
  const met: unknown[] = []
  const whole = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) {
      const items: unknown[] = []
      met.push(items)
      for (const item of value) items.push(whole(item))
      return items
    }
    const entries = Object.entries(value)
    const [key, item] = entries[0] ?? ['', undefined]
    if (entries.length === 1 && key.startsWith('$')) return wrapped(key.slice(1), item, met)
    const object: Record<string, unknown> = {}
    met.push(object)
    for (const [name, inner] of entries) object[name] = whole(inner)
    return object
  }
  const trace = whole(JSON.parse(text)) as Partial<Trace> | null
  if (!trace?.steps || !trace.log || !trace.keyframes) throw new Error('not a trace')
  return trace as Trace
}

function wrapped(kind: string, value: unknown, met: unknown[]): unknown {
  if (kind === 'bigint') return BigInt(String(value))
  if (kind === 'number') return Number(value)
  if (kind === 'utf16') return String.fromCharCode(...(value as number[]))
  if (kind === 'ref') return met[Number(value)]
  if (!(kind in ARRAYS)) throw new Error(`not a trace: $${kind}`)
  const bytes = fromBase64(String(value))
  const array = new ARRAYS[kind as ArrayName](bytes.buffer)
  met.push(array)
  return array
}

function* units(text: string): Generator<number> {
  for (let i = 0; i < text.length; i++) yield text.charCodeAt(i)
}

/** Bytes given to btoa at once: String.fromCharCode takes only so many arguments. */
const SLICE = 0x6000

function toBase64(view: ArrayBufferView): string {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
  const parts: string[] = []
  // A multiple of 3 bytes each, so that the parts join without padding between them.
  for (let at = 0; at < bytes.length; at += SLICE) {
    parts.push(btoa(String.fromCharCode.apply(null, bytes.subarray(at, at + SLICE) as unknown as number[])))
  }
  return parts.join('')
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text)
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i)
  return bytes
}
