// What bytes and bytearrays hold, and how it is shown.

import { BYTES_IN_PLACE, PyByteArrayObject, PyBytesObject } from '../simulator/heap/structs.ts'
import type { Image } from './image.ts'
import { REPR_LIMIT } from './state.ts'

/** The first bytes of a bytes object, as a text of characters below 256. */
export function bytesText(image: Image, o: number): string {
  const hash = o + PyBytesObject.ob_shash
  if (image.load(hash) === BYTES_IN_PLACE && image.load(hash + 4) === 0)
    return inPlace(image, o + PyBytesObject.ob_sval, image.size(o))
  return (image.texts[image.load(o + PyBytesObject.ob_sval)] ?? '').slice(0, REPR_LIMIT)
}

/** The first bytes of a bytearray. */
export function byteArrayText(image: Image, o: number): string {
  return inPlace(image, image.load(o + PyByteArrayObject.ob_start), image.size(o))
}

function inPlace(image: Image, from: number, n: number): string {
  let text = ''
  for (let i = 0; i < Math.min(n, REPR_LIMIT); i++) text += String.fromCharCode(image.byte(from + i))
  return text
}

const SHORT: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** repr of bytes. */
export function bytesRepr(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'"
  let shown = ''
  for (const c of text) {
    if (c === quote) shown += `\\${c}`
    else if (c in SHORT) shown += SHORT[c]
    else if (c >= ' ' && c <= '~') shown += c
    else shown += `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`
  }
  return `b${quote}${shown}${quote}`
}
