// A constant as Python writes it (CPython: repr of the types a constant can have).

import type { Constant } from './code.ts'

/** repr() of a float: the shortest text that reads back as the same number. */
export function floatRepr(value: number): string {
  if (Number.isNaN(value)) return 'nan'
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf'
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0'
  const [mantissa, power] = value.toExponential().split('e')
  const exponent = Number(power)
  if (exponent < -4 || exponent >= 16) {
    return `${mantissa}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`
  }
  const text = decimal(value)
  return text.includes('.') ? text : `${text}.0`
}

/** Without an exponent, which JavaScript uses below 1e-6 only. */
function decimal(value: number): string {
  const text = String(value)
  if (!text.includes('e')) return text
  const [mantissa, power] = value.toExponential().split('e')
  const digits = mantissa.replace(/[-.]/g, '')
  return `${value < 0 ? '-' : ''}0.${'0'.repeat(-Number(power) - 1)}${digits}`
}

function complexRepr(real: number, imag: number): string {
  const part = (value: number) => floatRepr(value).replace(/\.0$/, '')
  const imaginary = `${part(imag)}j`
  if (Object.is(real, 0)) return imaginary
  return `(${part(real)}${imaginary.startsWith('-') ? '' : '+'}${imaginary})`
}

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** Which quotes: double ones only to spare a single one inside. */
function quoteFor(text: string): string {
  return text.includes("'") && !text.includes('"') ? '"' : "'"
}

function strRepr(text: string): string {
  const mark = quoteFor(text)
  let out = ''
  for (const char of text) {
    const code = char.codePointAt(0) as number
    if (char === mark) out += `\\${char}`
    else if (ESCAPES[char]) out += ESCAPES[char]
    else if (char === ' ' || !/[\p{C}\p{Z}]/u.test(char)) out += char
    else if (code < 0x100) out += `\\x${code.toString(16).padStart(2, '0')}`
    else if (code < 0x10000) out += `\\u${code.toString(16).padStart(4, '0')}`
    else out += `\\U${code.toString(16).padStart(8, '0')}`
  }
  return mark + out + mark
}

function bytesRepr(bytes: Uint8Array): string {
  const mark = quoteFor(String.fromCharCode(...bytes))
  let out = ''
  for (const byte of bytes) {
    const char = String.fromCharCode(byte)
    if (char === mark) out += `\\${char}`
    else if (ESCAPES[char]) out += ESCAPES[char]
    else if (byte >= 0x20 && byte < 0x7f) out += char
    else out += `\\x${byte.toString(16).padStart(2, '0')}`
  }
  return `b${mark}${out}${mark}`
}

/** repr() of a constant; of a code object its name and line, without its address. */
export function constantRepr(constant: Constant): string {
  switch (constant.kind) {
    case 'None':
    case 'Ellipsis':
      return constant.kind
    case 'bool':
      return constant.value ? 'True' : 'False'
    case 'int':
      return String(constant.value)
    case 'float':
      return floatRepr(constant.value)
    case 'complex':
      return complexRepr(constant.real, constant.imag)
    case 'str':
      return strRepr(constant.value)
    case 'bytes':
      return bytesRepr(constant.value)
    case 'tuple': {
      const items = constant.items.map(constantRepr)
      return items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`
    }
    case 'frozenset':
      return constant.items.length ? `frozenset({${constant.items.map(constantRepr).join(', ')}})` : 'frozenset()'
    case 'slice':
      return `slice(${[constant.start, constant.stop, constant.step].map(constantRepr).join(', ')})`
    case 'code':
      return `<code object ${constant.code.co_name}, line ${constant.code.co_firstlineno}>`
  }
}
