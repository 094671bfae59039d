import { expect, test } from 'vitest'
import { Viewer } from '../../src/scene/view.ts'
import { bytecodeOf } from '../../src/simulator/bytecode.ts'
import type { WorkerView } from '../../src/simulator/client.ts'
import { RECORD, simulate } from '../../src/simulator/simulate.ts'
import { isOfLine, markedRow } from './pointed.ts'

const SOURCE = `a = [1]
b = [a,
     len(a)]
`

function viewOfFirst(): WorkerView {
  const { trace } = simulate({ source: SOURCE, record: RECORD })
  if (!trace) throw new Error('the program leaves no trace')
  const viewer = new Viewer(trace)
  const view = viewer.at(1, 'instruction')
  return { ...view, bytecode: bytecodeOf(viewer, view.moment) }
}

test('an instruction is marked where it comes from: the one about to run, or the one pointed at', () => {
  const view = viewOfFirst()
  const rows = view.bytecode?.rows ?? []
  const current = view.bytecode?.current
  expect(markedRow(view, null)?.index).toBe(current)
  const call = rows.find(({ opname }) => opname === 'CALL') ?? expect.fail('no call')
  expect(call.lineno).toBe(3)
  const { from, to } = call.columns ?? expect.fail('no place')
  expect(SOURCE.split('\n')[2].slice(from, to)).toBe('len(a)')
  expect(markedRow(view, { row: call.index })).toBe(call)
  // A display that goes over two lines begins in the first and has no columns there.
  const list = rows.filter(({ opname }) => opname === 'BUILD_LIST').at(-1)
  expect(list).toMatchObject({ lineno: 2, columns: null })
})

test('a line marks its own instructions and no others', () => {
  const rows = viewOfFirst().bytecode?.rows ?? []
  const marked = rows.filter((row) => isOfLine(row, { line: 1 }))
  expect(marked.length).toBeGreaterThan(0)
  expect(marked).toEqual(rows.filter(({ lineno }) => lineno === 1))
  expect(rows.some((row) => isOfLine(row, null))).toBe(false)
})

test('where no instructions are shown nothing is marked', () => {
  expect(markedRow(null, null)).toBeUndefined()
  expect(markedRow({ ...viewOfFirst(), bytecode: null }, { row: 0 })).toBeUndefined()
})
