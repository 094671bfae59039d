import { expect, test } from 'vitest'
import { RECORD, simulate } from '../simulator/simulate.ts'
import { Cursor } from './cursor.ts'
import { stateAt } from './decode.ts'
import { titleOf } from './title.ts'

const PROGRAM = `
class Outer:
    class Inner: pass
    def method(self): pass
def make():
    def inside(): pass
    class Local: pass
    return inside, Local
inside, Local = make()
unnamed = lambda: None
Inner = Outer.Inner
bound = Outer().method
items = []
show = print
`

test('classes and functions are called by their own names, wherever they were defined; other objects by their type', () => {
  const { trace } = simulate({ source: PROGRAM, record: RECORD })
  if (!trace) throw new Error('the program leaves no trace')
  const cursor = new Cursor(trace)
  // At the end the names are gone.
  const names = new Map<string, number>()
  for (let step = trace.steps.count - 1; names.size === 0; step--) {
    cursor.seek(step)
    for (const { name, value } of stateAt(cursor).globals) names.set(name, value)
  }
  const state = stateAt(cursor)
  const titles = Object.fromEntries(
    [...names].map(([name, value]) => {
      const object = state.objects.get(value)
      return [name, object && titleOf(object)]
    }),
  )
  expect(titles).toEqual({
    Outer: 'class Outer',
    make: 'function make',
    inside: 'function inside',
    Local: 'class Local',
    unnamed: 'function <lambda>',
    Inner: 'class Inner',
    bound: 'method method',
    items: 'list',
    show: 'builtin_function_or_method',
  })
})
