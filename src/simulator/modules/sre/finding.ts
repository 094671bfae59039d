// Modules/_sre/sre.c: what the methods of a pattern look for: one match, all of them, what lies between them.

import type { ThreadState } from '../../heap/pystate.ts'
import { DECREF, newref } from '../../heap/refcount.ts'
import type { Borrowed, Owned } from '../../heap/typeslots.ts'
import { parseKeywords } from '../../objects/call.ts'
import { _PyList_AppendTakeRef, newList } from '../../objects/listobject.ts'
import type { MethodSpec } from '../../objects/object.ts'
import { PyTuple_FromArray } from '../../objects/tupleobject.ts'
import { substring } from '../../objects/unicodechars.ts'
import { codeOf, newState, ssizeOf, whereOf } from './arguments.ts'
import { P } from './layouts.ts'
import { match } from './matcher.ts'
import { newMatch } from './matchobject.ts'
import { search } from './search.ts'
import type { MatchState } from './state.ts'

/** How one match is looked for. */
export type Mode = 'match' | 'fullmatch' | 'search'

/** Looks for one match from the state's start on. */
export function find(state: MatchState, pattern: Borrowed, mode: Mode): boolean {
  if (mode === 'search') return search(state, codeOf(pattern))
  state.ptr = state.start
  state.matchAll = mode === 'fullmatch'
  return match(state, codeOf(pattern), true)
}

function finding(name: string, mode: Mode): MethodSpec {
  // Where `match` has a second name, messages use that one.
  const shownBy = (ts: ThreadState) => (name === 'match' && ts.profile.modules.re.prefixmatch ? 'prefixmatch' : name)
  return {
    name,
    kind: 'KEYWORDS',
    call(ts, self, argv, nargs, kwnames) {
      const where = whereOf(ts, shownBy(ts), argv, nargs, kwnames)
      const state = where && newState(ts, self, where.string, where.pos, where.endpos)
      if (where === null || state === null) return 0
      return newMatch(ts, self, where.string, find(state, self, mode) ? state : null)
    },
  }
}

/** state_getslice: a group of the match found last; where it did not take part '' or None. */
function groupOf(ts: ThreadState, string: Borrowed, state: MatchState, i: number, empty: boolean): Owned {
  const span = state.span(i)
  if (span === null) return newref(ts, empty ? ts.emptyStr : ts.none)
  return substring(ts, string, span[0], span[1])
}

/** The next match after the one before, which may be empty only where that one was not. */
function* matches(state: MatchState, pattern: Borrowed): Generator<MatchState> {
  while (state.start <= state.end) {
    state.reset()
    if (!search(state, codeOf(pattern))) return
    yield state
    state.mustAdvance = state.ptr === state.start
    state.start = state.ptr
  }
}

/** Fills a list; 0 with an exception where `fill` fails. */
function listing(ts: ThreadState, fill: (append: (item: Owned) => boolean) => boolean): Owned {
  const list = newList(ts, 0)
  if (list === 0 || fill((item) => item !== 0 && _PyList_AppendTakeRef(ts, list, item) === 0)) return list
  DECREF(ts, list)
  return 0
}

function findall(ts: ThreadState, self: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const where = whereOf(ts, 'findall', argv, nargs, kwnames)
  const state = where && newState(ts, self, where.string, where.pos, where.endpos)
  if (where === null || state === null) return 0
  const groups = ts.mem.load(self + P.groups)
  const group = (i: number) => groupOf(ts, where.string, state, i, true)
  return listing(ts, (append) => {
    for (const found of matches(state, self)) {
      const item =
        groups === 0
          ? substring(ts, where.string, found.start, found.ptr)
          : groups === 1
            ? group(0)
            : PyTuple_FromArray(
                ts,
                Array.from({ length: groups }, (_, i) => group(i)),
              )
      if (!append(item)) return false
    }
    return true
  })
}

function split(ts: ThreadState, self: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const values = parseKeywords(ts, 'split', argv, nargs, kwnames, ['string', 'maxsplit'], 1)
  const maxsplit = values && ssizeOf(ts, values[1], 0)
  const state = values && maxsplit !== null ? newState(ts, self, values[0]) : null
  if (values === null || maxsplit === null || state === null) return 0
  const [string] = values
  const groups = ts.mem.load(self + P.groups)
  return listing(ts, (append) => {
    let last = 0
    let n = 0
    const all = maxsplit < 0 ? [] : matches(state, self)
    for (const found of all) {
      if (!append(substring(ts, string, last, found.start))) return false
      for (let i = 0; i < groups; i++) if (!append(groupOf(ts, string, found, i, false))) return false
      last = found.ptr
      if (++n === maxsplit) break
    }
    return append(substring(ts, string, last, state.end))
  })
}

export const findMethods: readonly MethodSpec[] = [
  finding('match', 'match'),
  finding('fullmatch', 'fullmatch'),
  finding('search', 'search'),
  { name: 'findall', kind: 'KEYWORDS', call: findall },
  { name: 'split', kind: 'KEYWORDS', call: split },
]

/** Since 3.15 `match` has a name that says more. */
export const prefixmatchMethod: MethodSpec = finding('prefixmatch', 'match')
