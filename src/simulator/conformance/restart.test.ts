// An interpreter that is used again is as a fresh one: whatever ran in it before.

import { describe, expect, test } from 'vitest'
import { type Profile, profiles } from '../profiles/index.ts'
import { DEFAULT_BUDGETS, simulate } from '../simulate.ts'

/** What leaves traces: classes changed, modules imported, threads, memory that grew, an end in the midst of everything. */
const BEFORE = {
  nothing: '',
  classes: 'class A(int):\n    x = 1\nA.y = [A(5)]\nimport sys\nsys.setrecursionlimit(77)\nsys.intern("here")\n',
  modules: 'import collections, functools, weakref, re\nprint(re.sub("a", "b", "banana"))\n',
  growing: 'rows = [[i] for i in range(60_000)]\nprint(len(rows))\n',
  endless: 'def f():\n    while True:\n        yield [1]\nfor x in f():\n    y = {1: x}\n',
  deep: 'def f(n):\n    return f(n + 1) + 1\nf(0)\n',
  threads: 'import threading\nt = threading.Thread(target=print, args=("there",))\nt.start()\nt.join()\n',
  broken: 'import gc\ngc.disable()\ngc.set_debug(gc.DEBUG_SAVEALL)\na = []\na.append(a)\ndel a\ngc.collect()\n1 / 0\n',
  refused: 'import socket\n',
} as const

const PROGRAM = `import gc, sys
class Node:
    def __init__(self, value):
        self.value = value
        self.me = self
nodes = [Node(i) for i in range(20)]
print(sys.getrefcount(nodes[0]), id(nodes[3]), hash('text') == hash('te' + 'xt'), sys.getrecursionlimit())
del nodes
print(gc.collect(), gc.isenabled(), len(gc.garbage), sys.getallocatedblocks())
print(sorted(name for name in sys.modules if not name.startswith('_')))
`

const budgets = { ...DEFAULT_BUDGETS, instructions: 300_000 }

function runOf(source: string, profile: Profile, memory = budgets.memory) {
  const run = simulate({ source, profile, record: { grain: 'line' }, budgets: { ...budgets, memory } })
  const { outcome, written, trace } = run
  return {
    outcome,
    written,
    changes: trace?.log.chunks.map(({ changes }) => changes),
    starts: trace?.log.starts,
    happenings: trace?.happenings,
    texts: trace?.texts.length,
  }
}

describe.each(profiles.map((profile) => [profile.name, profile] as const))('%s', (_, profile) => {
  // For another size of memory there is another interpreter.
  const fresh = runOf(PROGRAM, profile, budgets.memory + 4096)

  test('the program does what it does', () => expect(fresh.outcome).toEqual({ kind: 'finished' }))

  test('it gets the budgets it is given', () => {
    simulate({ source: '', profile })
    const { outcome } = simulate({ source: 'while True: pass', profile, budgets: { instructions: 1000 } })
    expect(outcome).toMatchObject({ kind: 'budget', which: 'instructions' })
    expect(simulate({ source: 'print(1)', profile, budgets: { output: 1 } }).outcome).toMatchObject({ which: 'output' })
  })

  test.each(Object.entries(BEFORE))('after %s', (_name, before) => {
    runOf(before, profile)
    expect(runOf(PROGRAM, profile)).toEqual(fresh)
  })
})
