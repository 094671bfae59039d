// A short text for an object, made without running any code of the program: its repr where the type is built in, the
// default repr of an instance otherwise. Long ones are cut.

import {
  PyBaseExceptionObject,
  PyCellObject,
  PyCFunctionObject,
  PyDescrObject,
  PyFunctionObject,
  PyMethodObject,
  PySliceObject,
  PyTypeObject,
  PyWeakReference,
} from '../simulator/heap/structs.ts'
import { byteArrayText, bytesRepr, bytesText } from './bytesrepr.ts'
import { FLAG, type Image } from './image.ts'
import { REPR_LIMIT } from './state.ts'
import { dictItems, setItems } from './tables.ts'

/** Containers inside containers are shown this deep. */
const DEPTH = 2

/** At most REPR_LIMIT characters. */
export function shortRepr(image: Image, o: number): string {
  const text = reprOf(image, o, DEPTH)
  return text.length <= REPR_LIMIT ? text : `${cut(text, REPR_LIMIT - 1)}…`
}

/** The first `n` units, without half a character at the end. */
function cut(text: string, n: number): string {
  const unit = text.charCodeAt(n - 1)
  return text.slice(0, unit >= 0xd800 && unit < 0xdc00 ? n - 1 : n)
}

function reprOf(image: Image, o: number, depth: number): string {
  const { none, true_, false_, notImplemented, ellipsis } = image.statics
  if (o === none) return 'None'
  if (o === true_) return 'True'
  if (o === false_) return 'False'
  if (o === notImplemented) return 'NotImplemented'
  if (o === ellipsis) return 'Ellipsis'
  const type = image.typeOf(o)
  const struct = image.structOf(type)
  if (image.flags(type) & FLAG.HEAPTYPE && struct !== 'type' && !(struct in image.statics.exceptions)) {
    return at(image, `${qualified(image, type)} object`, o)
  }
  const inner = (items: readonly number[]) =>
    items.map((item) => (item === 0 ? 'NULL' : reprOf(image, item, depth - 1)))
  switch (struct) {
    case 'int':
      return String(image.int(o))
    case 'float':
      return floatRepr(image.double(o + 16))
    case 'str':
      return strRepr(image.text(o))
    case 'bytes':
      return bytesRepr(bytesText(image, o))
    case 'bytearray':
      return `bytearray(${bytesRepr(byteArrayText(image, o))})`
    case 'tuple': {
      if (depth === 0) return '(...)'
      const items = inner(image.tupleItems(o).slice(0, REPR_LIMIT))
      return items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`
    }
    case 'list': {
      if (depth === 0) return '[...]'
      const first = image.load(o + 24)
      const n = Math.min(image.size(o), REPR_LIMIT)
      return `[${inner(Array.from({ length: n }, (_, i) => image.load(first + i * 8))).join(', ')}]`
    }
    case 'dict': {
      if (depth === 0) return '{...}'
      const items = dictItems(image, o).slice(0, REPR_LIMIT)
      const pairs = items.map(({ key, value }) => inner([key, value]).join(': '))
      return `{${pairs.join(', ')}}`
    }
    case 'set':
    case 'frozenset': {
      const items = depth === 0 ? ['...'] : inner(setItems(image, o).slice(0, REPR_LIMIT))
      const body = items.length === 0 ? '' : `{${items.join(', ')}}`
      return struct === 'set' && body !== '' ? body : `${struct}(${body})`
    }
    default:
      return otherRepr(image, o, struct, depth)
  }
}

function otherRepr(image: Image, o: number, struct: string, depth: number): string {
  const inner = (address: number) =>
    image.load(address) === 0 ? 'NULL' : reprOf(image, image.load(address), depth - 1)
  switch (struct) {
    case 'type':
      return `<class '${qualified(image, o)}'>`
    case 'function':
      return at(image, `function ${image.text(image.load(o + PyFunctionObject.func_qualname))}`, o)
    case 'builtin_function_or_method':
      return `<built-in function ${image.statics.natives[image.load(o + PyCFunctionObject.m_ml)] ?? '?'}>`
    case 'method': {
      const func = image.load(o + PyMethodObject.im_func)
      const name =
        image.kindOf(func) === 'function' ? image.text(image.load(func + PyFunctionObject.func_qualname)) : '?'
      return depth === 0 ? '<bound method>' : `<bound method ${name} of ${inner(o + PyMethodObject.im_self)}>`
    }
    case 'module':
      return `<module '${moduleName(image, o)}'>`
    case 'code':
      return at(image, `code object ${image.codeOf(o).co_name}`, o)
    case 'cell': {
      const value = image.load(o + PyCellObject.ob_ref)
      return value === 0 ? at(image, 'cell', o, ': empty') : at(image, 'cell', o, `: ${objectAt(image, value)}`)
    }
    case 'slice':
      return `slice(${[PySliceObject.start, PySliceObject.stop, PySliceObject.step].map((f) => inner(o + f)).join(', ')})`
    case 'range': {
      const [start, stop, step] = [16, 24, 32].map((f) => inner(o + f))
      return step === '1' ? `range(${start}, ${stop})` : `range(${start}, ${stop}, ${step})`
    }
    case 'weakref':
    case 'weakproxy':
    case 'weakcallableproxy': {
      const target = image.load(o + PyWeakReference.wr_object)
      const alive = target !== 0 && target !== image.statics.none
      return at(
        image,
        image.kindOf(o) === 'weakref' ? 'weakref' : 'weakproxy',
        o,
        alive ? `; to '${image.nameOfType(image.typeOf(target))}'` : '; dead',
      )
    }
    case 'member_descriptor':
    case 'getset_descriptor':
    case 'method_descriptor':
    case 'wrapper_descriptor':
      return `<${struct} '${image.text(image.load(o + PyDescrObject.d_name))}'>`
    default:
      if (struct in image.statics.exceptions) return exceptionRepr(image, o, depth)
      return at(image, `${qualified(image, image.typeOf(o))} object`, o)
  }
}

function exceptionRepr(image: Image, o: number, depth: number): string {
  const args = image.load(o + PyBaseExceptionObject.args)
  const items = args === 0 || depth === 0 ? [] : image.tupleItems(args).map((item) => reprOf(image, item, depth - 1))
  return `${image.nameOfType(image.typeOf(o))}(${items.join(', ')})`
}

function moduleName(image: Image, o: number): string {
  const dict = image.load(o + 16)
  const found = dict === 0 ? undefined : dictItems(image, dict).find(({ key }) => image.text(key) === '__name__')
  return found === undefined ? '?' : image.text(found.value)
}

/** `module.qualname` of a class, without the module for built-in ones. */
function qualified(image: Image, type: number): string {
  if ((image.flags(type) & FLAG.HEAPTYPE) === 0) return image.texts[image.load(type + PyTypeObject.tp_name)] ?? '?'
  const qualname = image.text(image.load(type + PyTypeObject.ht_qualname))
  const dict = image.load(type + PyTypeObject.tp_dict)
  const module = dict === 0 ? undefined : dictItems(image, dict).find(({ key }) => image.text(key) === '__module__')
  if (module === undefined || image.kindOf(module.value) !== 'str') return qualname
  return `${image.text(module.value)}.${qualname}`
}

function objectAt(image: Image, o: number): string {
  return `${image.nameOfType(image.typeOf(o))} object at 0x${image.id(o).toString(16)}`
}

function at(image: Image, what: string, o: number, more = ''): string {
  return `<${what} at 0x${image.id(o).toString(16)}${more}>`
}

/** repr of a float: JavaScript's shortest digits in Python's notation. */
export function floatRepr(x: number): string {
  if (Number.isNaN(x)) return 'nan'
  if (!Number.isFinite(x)) return x < 0 ? '-inf' : 'inf'
  if (Object.is(x, -0)) return '-0.0'
  const exponent = x === 0 ? 0 : Number(x.toExponential().split('e')[1])
  if (exponent >= -4 && exponent < 16) {
    const text = exponent < 0 ? x.toFixed(digitsOf(x) - 1 - exponent) : String(x)
    return text.includes('.') ? text : `${text}.0`
  }
  const [mantissa, power] = x.toExponential().split('e')
  const size = Math.abs(Number(power))
  return `${mantissa}e${power[0]}${size < 10 ? '0' : ''}${size}`
}

function digitsOf(x: number): number {
  return x.toExponential().split('e')[0].replace(/[-.]/g, '').length
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** repr of a str. */
export function strRepr(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'"
  let shown = ''
  for (const char of text) {
    if (char === quote) shown += `\\${char}`
    else if (char in ESCAPES) shown += ESCAPES[char]
    else if (/[\p{C}\p{Z}]/u.test(char) && char !== ' ') shown += escaped(char.codePointAt(0) ?? 0)
    else shown += char
  }
  return quote + shown + quote
}

function escaped(code: number): string {
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`
  if (code < 0x10000) return `\\u${code.toString(16).padStart(4, '0')}`
  return `\\U${code.toString(16).padStart(8, '0')}`
}
