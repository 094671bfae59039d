// Modules/zlibmodule.c: compress, decompress and the checksums. Left out: streams that are compressed part by part
// (compressobj, decompressobj), and the warning for a start value that is too large.
// NOT CPYTHON: zlib works on memory of its own, which no block of the model stands for.

import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref } from '../heap/refcount.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyNumber_AsSsize_t, PyNumber_Index } from '../objects/abstract.ts'
import { bytesLike } from '../objects/buffer.ts'
import { newBytes } from '../objects/bytesstorage.ts'
import { argAt, callArgs, checkPositional, parseKeywords } from '../objects/call.ts'
import { PyDict_New, setItemText } from '../objects/dictobject.ts'
import { PyErr_Format, PyErr_NoMemory, PyErr_Occurred } from '../objects/errors.ts'
import { chargeWork } from '../objects/longintrepr.ts'
import { newInt, PyLong_AsBigInt } from '../objects/longobject.ts'
import { PyModule_GetDict } from '../objects/moduleobject.ts'
import type { MethodSpec } from '../objects/object.ts'
import { PyTuple_FromArray } from '../objects/tupleobject.ts'
import { internStr } from '../objects/unicodeobject.ts'
import type { ModuleSpec } from './module.ts'
import { moduleType } from './moduletype.ts'
import { adler32, crc32 } from './zlib/checksums.ts'
import { DEF_MEM_LEVEL, DEFLATED, deflateAll, inflateAll, type Result } from './zlib/streams.ts'

const ERROR = 'zlib.error'
const MAX_WBITS = 15
/** What decompress() asks for at first. */
const DEF_BUF_SIZE = 16384

/** The bytes of an argument; `null` with TypeError. */
function dataOf(ts: ThreadState, o: Borrowed): Uint8Array | null {
  const text = bytesLike(ts, o)
  if (text === null) return null
  chargeWork(ts, text.length)
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

/** An int, or what stands for none; `null` with an exception. */
function numberOf(ts: ThreadState, o: Borrowed, absent: number): number | null {
  if (o === 0) return absent
  const value = PyNumber_AsSsize_t(ts, o, ts.exc.OverflowError)
  return value === -1 && PyErr_Occurred(ts) !== 0 ? null : value
}

function finish(ts: ThreadState, result: Result, doing: string): Owned {
  if (result.kind === 'bytes') {
    chargeWork(ts, result.bytes.length)
    return newBytes(ts, result.bytes)
  }
  if (result.kind === 'memory') return PyErr_NoMemory(ts)
  const when = result.when === 'preparing' ? `while preparing to ${doing} data` : `while ${doing}ing data`
  const words = result.message === '' ? '' : `: ${result.message}`
  return PyErr_Format(ts, moduleType(ts, ERROR), `Error ${result.code} ${when}${words}`)
}

function compress(ts: ThreadState, _module: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const values = parseKeywords(ts, 'compress', argv, nargs, kwnames, ['', 'level', 'wbits'], 1, 1)
  const data = values && dataOf(ts, values[0])
  const level = data && numberOf(ts, values[1], -1)
  if (values === null || data === null || level === null) return 0
  const wbits = numberOf(ts, values[2], MAX_WBITS)
  if (wbits === null) return 0
  const result = deflateAll(data, level, wbits)
  if (result.kind === 'error' && result.when === 'preparing')
    return PyErr_Format(ts, moduleType(ts, ERROR), 'Bad compression level')
  return finish(ts, result, 'compress')
}

function decompress(ts: ThreadState, _module: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const values = parseKeywords(ts, 'decompress', argv, nargs, kwnames, ['', 'wbits', 'bufsize'], 1, 1)
  const data = values && dataOf(ts, values[0])
  const wbits = data && numberOf(ts, values[1], MAX_WBITS)
  if (values === null || data === null || wbits === null) return 0
  const bufsize = numberOf(ts, values[2], DEF_BUF_SIZE)
  if (bufsize === null) return 0
  if (bufsize < 0) return PyErr_Format(ts, ts.exc.ValueError, ts.profile.modules.negativeBufsize)
  return finish(ts, inflateAll(data, wbits, Math.min(ts.budgets.memory, ts.fuel)), 'decompress')
}

/** crc32 and adler32: `f(data, value)`, of which the value counts by its lowest 32 bits. */
function checksum(name: string, start: number, sum: (data: Uint8Array, value: number) => number): MethodSpec {
  return {
    name,
    kind: 'FASTCALL',
    max: 255,
    call(ts, _module, argv, nargs) {
      if (checkPositional(ts, name, nargs, 1, 2) < 0) return 0
      const data = dataOf(ts, argAt(ts, argv, 0))
      if (data === null) return 0
      let value = start
      if (nargs > 1) {
        const index = PyNumber_Index(ts, argAt(ts, argv, 1))
        if (index === 0) return 0
        value = Number(BigInt.asUintN(32, PyLong_AsBigInt(ts, index)))
        DECREF(ts, index)
      }
      return newInt(ts, sum(data, value))
    },
  }
}

const constants: readonly (readonly [name: string, value: number])[] = [
  ['MAX_WBITS', MAX_WBITS],
  ['DEFLATED', DEFLATED],
  ['DEF_MEM_LEVEL', DEF_MEM_LEVEL],
  ['DEF_BUF_SIZE', DEF_BUF_SIZE],
  ['Z_NO_COMPRESSION', 0],
  ['Z_BEST_SPEED', 1],
  ['Z_BEST_COMPRESSION', 9],
  ['Z_DEFAULT_COMPRESSION', -1],
]

/** class error(Exception). */
function newError(ts: ThreadState): Owned {
  const name = internStr(ts, 'error')
  const bases = PyTuple_FromArray(ts, [newref(ts, ts.exc.Exception)])
  const dict = PyDict_New(ts)
  const module = internStr(ts, 'zlib')
  setItemText(ts, dict, '__module__', module)
  const made = callArgs(ts, ts.types.type, [name, bases, dict])
  for (const o of [name, bases, dict, module]) DECREF(ts, o)
  return made
}

function exec(ts: ThreadState, module: Borrowed): number {
  const dict = PyModule_GetDict(ts, module)
  const error = newError(ts)
  if (error === 0) return -1
  ts.moduleTypes.set(ERROR, error)
  setItemText(ts, dict, 'error', error)
  DECREF(ts, error)
  for (const [name, value] of constants) {
    const number = newInt(ts, value)
    setItemText(ts, dict, name, number)
    DECREF(ts, number)
  }
  return 0
}

export const zlibModule: ModuleSpec = {
  name: 'zlib',
  functions: [
    checksum('adler32', 1, adler32),
    { name: 'compress', kind: 'KEYWORDS', call: compress },
    checksum('crc32', 0, crc32),
    { name: 'decompress', kind: 'KEYWORDS', call: decompress },
  ],
  exec,
}
