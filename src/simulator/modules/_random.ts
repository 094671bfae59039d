// Modules/_randommodule.c: the generator behind random, the Mersenne Twister MT19937 (Matsumoto and Nishimura).
// NOT CPYTHON: without a seed it is seeded with 0, so that every run is the same.

import { freeObject } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { newref } from '../heap/refcount.ts'
import { PyObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyNumber_AsSsize_t } from '../objects/abstract.ts'
import { bytesOf, newBytesFromText } from '../objects/bytesstorage.ts'
import { argAt, checkPositional } from '../objects/call.ts'
import { PyErr_Format, PyErr_Occurred } from '../objects/errors.ts'
import { newFloat } from '../objects/floatobject.ts'
import { chargeWork } from '../objects/longintrepr.ts'
import { newInt, newIntFromBigInt, PyLong_AsBigInt, PyLong_Check } from '../objects/longobject.ts'
import { hashFailed, PyObject_Hash } from '../objects/object.ts'
import { wholeHash } from '../objects/pyhash.ts'
import { Py_BuildTuple, PyTuple_Check, PyTuple_GET_ITEM, PyTuple_GET_SIZE } from '../objects/tupleobject.ts'
import { PyType_GenericAlloc } from '../objects/typeobject.ts'
import type { ModuleSpec } from './module.ts'
import { addType, type ModuleType } from './moduletype.ts'
import { sha512 } from './sha512.ts'

const N = 624
const M = 397
const INDEX = PyObject.sizeof
const STATE = INDEX + 4

/** The next 32 bits. */
function genrand_uint32(ts: ThreadState, self: Borrowed): number {
  const { mem } = ts
  let index = mem.load(self + INDEX)
  const at = (k: number) => mem.load(self + STATE + k * 4)
  if (index >= N) {
    chargeWork(ts, 100)
    const mt = Array.from({ length: N }, (_, k) => at(k))
    for (let k = 0; k < N; k++) {
      const y = (mt[k] & 0x80000000) | (mt[(k + 1) % N] & 0x7fffffff)
      mt[k] = mt[(k + M) % N] ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0)
      mem.store(self + STATE + k * 4, mt[k] | 0)
    }
    index = 0
  }
  let y = at(index)
  mem.store(self + INDEX, index + 1)
  y ^= y >>> 11
  y ^= (y << 7) & 0x9d2c5680
  y ^= (y << 15) & 0xefc60000
  return (y ^ (y >>> 18)) >>> 0
}

function init_by_array(ts: ThreadState, self: Borrowed, key: readonly number[]): void {
  const mt = new Uint32Array(N)
  mt[0] = 19650218
  for (let i = 1; i < N; i++) mt[i] = Math.imul(1812433253, mt[i - 1] ^ (mt[i - 1] >>> 30)) + i
  let i = 1
  let j = 0
  for (let k = Math.max(N, key.length); k > 0; k--) {
    mt[i] = (mt[i] ^ Math.imul(mt[i - 1] ^ (mt[i - 1] >>> 30), 1664525)) + key[j] + j
    i++
    j++
    if (i >= N) {
      mt[0] = mt[N - 1]
      i = 1
    }
    if (j >= key.length) j = 0
  }
  for (let k = N - 1; k > 0; k--) {
    mt[i] = (mt[i] ^ Math.imul(mt[i - 1] ^ (mt[i - 1] >>> 30), 1566083941)) - i
    i++
    if (i >= N) {
      mt[0] = mt[N - 1]
      i = 1
    }
  }
  mt[0] = 0x80000000
  for (let k = 0; k < N; k++) ts.mem.store(self + STATE + k * 4, mt[k] | 0)
  ts.mem.store(self + INDEX, N)
}

/** Seeds with the size of an int, or with the hash of anything else. -1 with an exception. */
function seedWith(ts: ThreadState, self: Borrowed, arg: Borrowed): number {
  let n = 0n
  if (arg !== 0 && arg !== ts.none) {
    if (PyLong_Check(ts, arg)) n = PyLong_AsBigInt(ts, arg)
    else {
      const low = PyObject_Hash(ts, arg)
      if (hashFailed(ts, low)) return -1
      n = BigInt.asUintN(64, wholeHash(ts, low))
    }
  }
  if (n < 0n) n = -n
  const key: number[] = []
  for (; n > 0n; n >>= 32n) key.push(Number(n & 0xffffffffn))
  init_by_array(ts, self, key.length === 0 ? [0] : key)
  return 0
}

function getrandbits(ts: ThreadState, self: Borrowed, arg: Borrowed): Owned {
  const k = PyNumber_AsSsize_t(ts, arg, ts.exc.OverflowError)
  if (k === -1 && PyErr_Occurred(ts) !== 0) return 0
  if (k < 0) return PyErr_Format(ts, ts.exc.ValueError, ts.profile.modules.negativeBits)
  if (k === 0) return newInt(ts, 0)
  if (k <= 32) return newInt(ts, genrand_uint32(ts, self) >>> (32 - k))
  if (k / 8 > ts.budgets.memory) return PyErr_Format(ts, ts.exc.MemoryError, '')
  chargeWork(ts, k / 32)
  let value = 0n
  let left = k
  for (let shift = 0n; left > 0; shift += 32n, left -= 32) {
    let word = genrand_uint32(ts, self)
    if (left < 32) word >>>= 32 - left
    value |= BigInt(word) << shift
  }
  return newIntFromBigInt(ts, value)
}

function getstate(ts: ThreadState, self: Borrowed): Owned {
  const words = Array.from({ length: N }, (_, k) => newInt(ts, ts.mem.load(self + STATE + k * 4) >>> 0))
  return Py_BuildTuple(ts, [...words, newInt(ts, ts.mem.load(self + INDEX))])
}

function setstate(ts: ThreadState, self: Borrowed, state: Borrowed): Owned {
  if (!PyTuple_Check(ts, state)) return PyErr_Format(ts, ts.exc.TypeError, 'state vector must be a tuple')
  if (PyTuple_GET_SIZE(ts, state) !== N + 1)
    return PyErr_Format(ts, ts.exc.ValueError, 'state vector is the wrong size')
  for (let k = 0; k <= N; k++) {
    const value = Number(PyLong_AsBigInt(ts, PyTuple_GET_ITEM(ts, state, k)))
    ts.mem.store(k === N ? self + INDEX : self + STATE + k * 4, value | 0)
  }
  return newref(ts, ts.none)
}

const randomType: ModuleType = {
  tp_name: '_random.Random',
  // CPython keeps its module's state in front.
  basicsize: STATE + N * 4 + 4,
  flags: ['BASETYPE'],
  mutable: true,
  slots: {
    tp_new: (ts, type) => PyType_GenericAlloc(ts, type),
    tp_init(ts, self, argv, nargs) {
      if (checkPositional(ts, 'Random', nargs, 0, 1) < 0) return -1
      return seedWith(ts, self, nargs === 0 ? 0 : argAt(ts, argv, 0))
    },
    tp_dealloc: freeObject,
  },
  methods: [
    {
      name: 'random',
      kind: 'NOARGS',
      call(ts, self) {
        const a = genrand_uint32(ts, self) >>> 5
        const b = genrand_uint32(ts, self) >>> 6
        return newFloat(ts, (a * 67108864 + b) * (1 / 9007199254740992))
      },
    },
    {
      name: 'seed',
      kind: 'FASTCALL',
      max: 1,
      call: (ts, self, argv, nargs) =>
        seedWith(ts, self, nargs === 0 ? 0 : argAt(ts, argv, 0)) < 0 ? 0 : newref(ts, ts.none),
    },
    { name: 'getstate', kind: 'NOARGS', call: getstate },
    { name: 'setstate', kind: 'O', call: (ts, self, argv) => setstate(ts, self, argAt(ts, argv, 0)) },
    { name: 'getrandbits', kind: 'O', call: (ts, self, argv) => getrandbits(ts, self, argAt(ts, argv, 0)) },
  ],
}

export const _randomModule: ModuleSpec = {
  name: '_random',
  doc: 'Module implements the Mersenne Twister random number generator.',
  functions: [
    {
      // Not in CPython, where random takes it from hashlib.
      name: '_sha512',
      kind: 'O',
      call: (ts, _m, argv) => newBytesFromText(ts, sha512(bytesOf(ts, argAt(ts, argv, 0)))),
    },
  ],
  state: 1,
  exec: (ts, module) => addType(ts, module, randomType),
}
