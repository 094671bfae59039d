import { expect, test } from 'vitest'
import { Happenings } from '../../trace/happenings.ts'
import { profiles } from '../profiles/index.ts'
import {
  FREELIST_ROWS,
  FreeList,
  freelistLimit,
  freelistPop,
  freelistPush,
  freelistSize,
  tupleRow,
} from './freelist.ts'
import { PyObject_Malloc } from './obmalloc.ts'
import { ThreadState } from './pystate.ts'
import { FREELISTS, FREELISTS_END } from './runtime.ts'

const budgets = { instructions: 1000, memory: 64 << 20, output: 1000, payload: 1 << 20 }
const state = (name: string) => {
  const profile = profiles.find((p) => p.name === name)
  if (!profile) throw new Error(name)
  return new ThreadState(profile, budgets, new Happenings())
}

test('the rows fit the region the image reserves for them', () => {
  expect(FREELISTS + FREELIST_ROWS * 16).toBeLessThanOrEqual(FREELISTS_END)
  expect(tupleRow(1)).toBe(FREELIST_ROWS - 20)
})

test('the last one in is the first one out, with count 1 again', () => {
  const ts = state('3.14')
  const blocks = [1, 2, 3].map(() => PyObject_Malloc(ts.mem, 24))
  for (const block of blocks) expect(freelistPush(ts, FreeList.floats, block)).toBe(true)
  expect(freelistSize(ts, FreeList.floats)).toBe(3)
  for (const block of blocks.toReversed()) {
    expect(freelistPop(ts, FreeList.floats)).toBe(block)
    expect(ts.mem.load(block)).toBe(1)
  }
  expect(freelistPop(ts, FreeList.floats)).toBe(0)
})

test('a full list, and one the version does not have, refuse', () => {
  const ts = state('3.11')
  expect(freelistPush(ts, FreeList.ints, PyObject_Malloc(ts.mem, 28))).toBe(false)
  const limit = freelistLimit(ts, FreeList.floats)
  for (let i = 0; i < limit; i++) expect(freelistPush(ts, FreeList.floats, PyObject_Malloc(ts.mem, 24))).toBe(true)
  expect(freelistPush(ts, FreeList.floats, PyObject_Malloc(ts.mem, 24))).toBe(false)
  expect(freelistSize(ts, FreeList.floats)).toBe(limit)
})
