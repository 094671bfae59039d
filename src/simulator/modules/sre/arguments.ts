// Modules/_sre/clinic/sre.c.h: the arguments that several methods share.

import type { ThreadState } from '../../heap/pystate.ts'
import { DECREF } from '../../heap/refcount.ts'
import type { Borrowed } from '../../heap/typeslots.ts'
import { PyNumber_Index } from '../../objects/abstract.ts'
import { PyBytes_Check } from '../../objects/bytesstorage.ts'
import { parseKeywords } from '../../objects/call.ts'
import { PyErr_Format } from '../../objects/errors.ts'
import { newInt, PyLong_AsBigInt } from '../../objects/longobject.ts'
import { type GetSetSpec, PyUnicode_Check, typeName } from '../../objects/object.ts'
import { P } from './layouts.ts'
import { MatchState } from './state.ts'

const SSIZE_MAX = (1n << 63n) - 1n

/** A number that fits a Py_ssize_t, cut to what a text can have; `null` with an exception. */
export function ssizeOf(ts: ThreadState, o: Borrowed, absent: number): number | null {
  if (o === 0) return absent
  const index = PyNumber_Index(ts, o)
  if (index === 0) return null
  const value = PyLong_AsBigInt(ts, index)
  DECREF(ts, index)
  if (value > SSIZE_MAX || value < -SSIZE_MAX - 1n) {
    PyErr_Format(ts, ts.exc.OverflowError, 'Python int too large to convert to C ssize_t')
    return null
  }
  return Math.max(-Number.MAX_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, Number(value)))
}

/** state_init: what a pattern is to be found in; `null` with an exception. */
export function newState(
  ts: ThreadState,
  pattern: Borrowed,
  string: Borrowed,
  pos = 0,
  endpos = Number.MAX_SAFE_INTEGER,
): MatchState | null {
  if (PyUnicode_Check(ts, string)) return new MatchState(ts, string, ts.mem.load(pattern + P.groups), pos, endpos)
  const message = PyBytes_Check(ts, string)
    ? 'cannot use a string pattern on a bytes-like object'
    : `expected string or bytes-like object, got '${typeName(ts, string)}'`
  PyErr_Format(ts, ts.exc.TypeError, message)
  return null
}

/** What `match` and its like are called with. */
export interface Where {
  readonly string: Borrowed
  readonly pos: number
  readonly endpos: number
}

/** `(string, pos=0, endpos=sys.maxsize)`; `null` with an exception. */
export function whereOf(ts: ThreadState, name: string, argv: number, nargs: number, kwnames: Borrowed): Where | null {
  const values = parseKeywords(ts, name, argv, nargs, kwnames, ['string', 'pos', 'endpos'], 1)
  if (values === null) return null
  const pos = ssizeOf(ts, values[1], 0)
  if (pos === null) return null
  const endpos = ssizeOf(ts, values[2], Number.MAX_SAFE_INTEGER)
  return endpos === null ? null : { string: values[0], pos, endpos }
}

/** PyMemberDef of a number, read-only. */
export function numberMember(name: string, offset: number): GetSetSpec {
  return {
    name,
    get: (ts, self) => newInt(ts, ts.mem.load(self + offset)),
    set(ts) {
      PyErr_Format(ts, ts.exc.AttributeError, 'readonly attribute')
      return -1
    },
  }
}

/** Where a pattern's instructions begin, in words of the memory. */
export const codeOf = (pattern: Borrowed) => (pattern + P.code) >> 2
