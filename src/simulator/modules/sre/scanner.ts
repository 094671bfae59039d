// Modules/_sre/sre.c, _sre.SRE_Scanner: a search that goes on where it stopped; finditer() calls one until it gives None.

import { track } from '../../heap/gchead.ts'
import { allocate } from '../../heap/objimpl.ts'
import type { ThreadState } from '../../heap/pystate.ts'
import { DECREF, newref } from '../../heap/refcount.ts'
import type { Borrowed, Owned } from '../../heap/typeslots.ts'
import { PyErr_NoMemory } from '../../objects/errors.ts'
import { getAttributeText } from '../../objects/genericattr.ts'
import { newCallIter } from '../../objects/iterobject.ts'
import type { MethodSpec } from '../../objects/object.ts'
import { type ModuleType, moduleType, owning } from '../moduletype.ts'
import { newState, whereOf } from './arguments.ts'
import { find, type Mode } from './finding.ts'
import { SCANNER as S } from './layouts.ts'
import { newMatch } from './matchobject.ts'

function newScanner(
  ts: ThreadState,
  pattern: Borrowed,
  argv: number,
  nargs: number,
  kwnames: Borrowed,
  name: string,
): Owned {
  const where = whereOf(ts, name, argv, nargs, kwnames)
  const state = where && newState(ts, pattern, where.string, where.pos, where.endpos)
  if (where === null || state === null) return 0
  const { mem } = ts
  const o = allocate(ts, moduleType(ts, '_sre.SRE_Scanner'), ts.profile.modules.re.scannerSize)
  if (o === 0) return PyErr_NoMemory(ts)
  mem.store(o + S.string, newref(ts, where.string))
  mem.store(o + S.pattern, newref(ts, pattern))
  mem.storeWide(o + S.start, state.start)
  mem.store(o + S.pos, state.pos)
  mem.store(o + S.endpos, state.end)
  track(mem, o)
  return o
}

function next(name: string, mode: Mode): MethodSpec {
  return {
    name,
    kind: 'NOARGS',
    call(ts, self) {
      const { mem } = ts
      const start = mem.load(self + S.start)
      if (start < 0) return newref(ts, ts.none)
      const [pattern, string] = [mem.load(self + S.pattern), mem.load(self + S.string)]
      const state = newState(ts, pattern, string, mem.load(self + S.pos), mem.load(self + S.endpos))
      if (state === null) return 0
      state.start = start
      state.mustAdvance = mem.load(self + S.mustAdvance) !== 0
      const found = find(state, pattern, mode)
      const match = newMatch(ts, pattern, string, found ? state : null)
      mem.storeWide(self + S.start, found ? state.ptr : -1)
      mem.store(self + S.mustAdvance, found && state.ptr === state.start ? 1 : 0)
      return match
    },
  }
}

export const scannerType = (size: number, hasPrefixmatch: boolean): ModuleType => ({
  tp_name: '_sre.SRE_Scanner',
  basicsize: size,
  flags: ['HAVE_GC', 'DISALLOW_INSTANTIATION'],
  slots: {
    ...owning([
      ['string', S.string],
      ['pattern', S.pattern],
    ]),
    tp_traverse(ts, self, visit) {
      const pattern = ts.mem.load(self + S.pattern)
      if (pattern !== 0) visit(pattern, { kind: 'field', name: 'pattern' })
    },
  },
  members: [['pattern', S.pattern]],
  methods: [
    next('match', 'match'),
    ...(hasPrefixmatch ? [next('prefixmatch', 'match')] : []),
    next('search', 'search'),
  ],
})

export const scanMethods: readonly MethodSpec[] = [
  {
    name: 'scanner',
    kind: 'KEYWORDS',
    call: (ts, self, argv, nargs, kwnames) => newScanner(ts, self, argv, nargs, kwnames, 'scanner'),
  },
  {
    name: 'finditer',
    kind: 'KEYWORDS',
    call(ts, self, argv, nargs, kwnames) {
      const scanner = newScanner(ts, self, argv, nargs, kwnames, 'finditer')
      if (scanner === 0) return 0
      const search = getAttributeText(ts, scanner, 'search')
      DECREF(ts, scanner)
      if (search === 0) return 0
      const iterator = newCallIter(ts, search, ts.none)
      DECREF(ts, search)
      return iterator
    },
  },
]
