// Modules/_sre/sre.c, pattern_subx: sub and subn.

import { hold, holdMark, release } from '../../heap/objimpl.ts'
import type { ThreadState } from '../../heap/pystate.ts'
import { DECREF, newref, Py_TYPE, slotsOf } from '../../heap/refcount.ts'
import type { Borrowed, Owned } from '../../heap/typeslots.ts'
import { PyBytes_Check } from '../../objects/bytesstorage.ts'
import { callOneArg, parseKeywords } from '../../objects/call.ts'
import { _PyList_AppendTakeRef, newList, PyList_GET_SIZE } from '../../objects/listobject.ts'
import { newInt } from '../../objects/longobject.ts'
import { type MethodSpec, PyUnicode_Check } from '../../objects/object.ts'
import { PyTuple_FromArray } from '../../objects/tupleobject.ts'
import { substring } from '../../objects/unicodechars.ts'
import { textOf } from '../../objects/unicodeobject.ts'
import { PyUnicode_Join } from '../../objects/unicodeslots.ts'
import { moduleType } from '../moduletype.ts'
import { codeOf, newState, ssizeOf } from './arguments.ts'
import { T } from './layouts.ts'
import { newMatch } from './matchobject.ts'
import { search } from './search.ts'
import type { MatchState } from './state.ts'
import { compileTemplate, expandTemplate, templateSize } from './templates.ts'

/** What to put in: always the same text, a template, or what a function says of the match. */
interface Filter {
  readonly kind: 'literal' | 'template' | 'callable'
  readonly value: Owned
}

function filterOf(ts: ThreadState, pattern: Borrowed, repl: Borrowed): Filter | null {
  if (slotsOf(ts, repl).tp_call) return { kind: 'callable', value: newref(ts, repl) }
  const plain = PyUnicode_Check(ts, repl) ? !textOf(ts, repl).includes('\\') : PyBytes_Check(ts, repl)
  if (plain) return { kind: 'literal', value: newref(ts, repl) }
  const value = compileTemplate(ts, pattern, repl)
  if (value === 0) return null
  if (Py_TYPE(ts, value) !== moduleType(ts, '_sre.SRE_Template'))
    return { kind: slotsOf(ts, value).tp_call ? 'callable' : 'literal', value }
  if (templateSize(ts, value) > 0) return { kind: 'template', value }
  const literal = newref(ts, ts.mem.load(value + T.literal))
  DECREF(ts, value)
  return { kind: 'literal', value: literal }
}

/** What stands in the place of a match; 0 with an exception. */
function replacement(ts: ThreadState, pattern: Borrowed, string: Borrowed, state: MatchState, filter: Filter): Owned {
  if (filter.kind === 'literal') return newref(ts, filter.value)
  const match = newMatch(ts, pattern, string, state)
  if (match === 0) return 0
  const mark = holdMark(ts)
  hold(ts, match)
  const item =
    filter.kind === 'template' ? expandTemplate(ts, filter.value, match) : callOneArg(ts, filter.value, match)
  release(ts, mark)
  DECREF(ts, match)
  return item
}

/** Puts the pieces into a list; how many were replaced, -1 with an exception. */
function collect(ts: ThreadState, list: Borrowed, pattern: Borrowed, string: Borrowed, count: number, filter: Filter) {
  const state = newState(ts, pattern, string)
  if (state === null) return -1
  let n = 0
  let copied = 0
  const append = (item: Owned) => item !== 0 && _PyList_AppendTakeRef(ts, list, item) === 0
  for (; count === 0 || n < count; n++) {
    state.reset()
    if (!search(state, codeOf(pattern))) break
    const { start, ptr } = state
    if (copied < start && !append(substring(ts, string, copied, start))) return -1
    const item = replacement(ts, pattern, string, state, filter)
    if (item === 0) return -1
    if (item !== ts.none && !append(item)) return -1
    copied = ptr
    state.mustAdvance = ptr === start
    state.start = ptr
  }
  return copied < state.end && !append(substring(ts, string, copied, state.end)) ? -1 : n
}

function substitute(
  ts: ThreadState,
  pattern: Borrowed,
  [repl, string]: readonly Borrowed[],
  count: number,
  withCount: boolean,
): Owned {
  const filter = filterOf(ts, pattern, repl)
  if (filter === null) return 0
  const mark = holdMark(ts)
  hold(ts, filter.value)
  // What has been searched must last until the end, whatever the function does.
  hold(ts, newref(ts, string))
  const list = newList(ts, 0)
  if (list !== 0) hold(ts, list)
  const n = list === 0 ? -1 : collect(ts, list, pattern, string, count, filter)
  release(ts, mark)
  DECREF(ts, string)
  DECREF(ts, filter.value)
  if (list === 0) return 0
  const item =
    n < 0 ? 0 : PyList_GET_SIZE(ts, list) === 0 ? newref(ts, ts.emptyStr) : PyUnicode_Join(ts, ts.emptyStr, list)
  DECREF(ts, list)
  if (item === 0 || !withCount) return item
  return PyTuple_FromArray(ts, [item, newInt(ts, n)])
}

function substituting(name: 'sub' | 'subn'): MethodSpec {
  return {
    name,
    kind: 'KEYWORDS',
    call(ts, self, argv, nargs, kwnames) {
      const values = parseKeywords(ts, name, argv, nargs, kwnames, ['repl', 'string', 'count'], 2)
      const count = values && ssizeOf(ts, values[2], 0)
      return values === null || count === null ? 0 : substitute(ts, self, values, count, name === 'subn')
    },
  }
}

export const substituteMethods: readonly MethodSpec[] = [substituting('sub'), substituting('subn')]
