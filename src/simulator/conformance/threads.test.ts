// Threads that take turns, whenever they are made to: the laws hold at every place where one gives way, and a program whose
// threads wait for what they need prints the same.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { profiles } from '../profiles/index.ts'
import { simulate } from '../simulate.ts'
import { checkLaws } from './laws.ts'
import { allPrograms } from './programs.ts'

const texts = new Map(allPrograms().map(({ id, text }) => [id, text]))

/** The program with turns of so many seconds. */
function hurried(id: string, seconds: number): string {
  return `import sys; sys.setswitchinterval(${seconds})\n${texts.get(id)}`
}

/** Programs of the corpus that print the same whichever of their threads runs when. */
const STEADY = ['modules/threading', 'modules/queues', 'memory/threads_end']

const profile = fc.constantFrom(...profiles)
/** From every few instructions on to about every thousand. */
const seconds = fc.integer({ min: 1, max: 50 }).map((n) => n * 1e-6)

test('the output is the same however often threads are made to give way', () => {
  fc.assert(
    fc.property(profile, seconds, fc.constantFrom(...STEADY), (profile, seconds, id) => {
      const run = (source: string) => simulate({ source, profile, record: null })
      const [calm, quick] = [run(texts.get(id) ?? ''), run(hurried(id, seconds))]
      expect(quick.outcome.kind).toBe(calm.outcome.kind)
      expect(quick.stdout).toBe(calm.stdout)
    }),
    { numRuns: 20 },
  )
})

test('the laws hold however often threads are made to give way', () => {
  const budgets = { instructions: 40_000, memory: 16 << 20, output: 20_000, payload: 4 << 20 }
  fc.assert(
    fc.property(profile, seconds, fc.constantFrom(...STEADY, 'counts/threads_wait'), (profile, seconds, id) => {
      expect(checkLaws(hurried(id, seconds), profile, budgets)).toEqual([])
    }),
    { numRuns: 12 },
  )
})

test('threads that wait for one another for ever end the run, and it is said why', () => {
  const source = `import threading
a, b, ready = threading.Lock(), threading.Lock(), threading.Event()
def other():
    with a:
        ready.set()
        b.acquire()
threading.Thread(target=other, daemon=True).start()
b.acquire()
ready.wait()
a.acquire()
`
  for (const profile of profiles) {
    expect(simulate({ source, profile, record: null }).outcome).toEqual({ kind: 'budget', which: 'waiting' })
  }
})

test('where threads could only go on inside of native code, that is refused by name', () => {
  const source = `import threading
first, second = threading.Semaphore(1), threading.Semaphore(0)
def turns(mine, other):
    def turn(n):
        mine.acquire()
        other.release()
        return n
    for _ in range(3):
        max([1, 2], key=turn)
threads = [threading.Thread(target=turns, args=pair) for pair in ((first, second), (second, first))]
for t in threads: t.start()
for t in threads: t.join()
`
  const { outcome } = simulate({ source, record: null })
  expect(outcome.kind).toBe('unsupported')
  expect(outcome.kind === 'unsupported' && outcome.feature).toMatch(/threads that wait .* inside of built-in functions/)
})

test('daemons do not keep a program alive, wherever they are', () => {
  const source = `import threading, time
def for_ever(n):
    while True: time.sleep(1)
def busy(n):
    while True: pass
def nested(each):
    max([1, 2], key=each)
for each in for_ever, busy:
    threading.Thread(target=nested, args=(each,), daemon=True).start()
time.sleep(0.1)
print('main ends')
`
  for (const profile of profiles) {
    const { outcome, stdout } = simulate({ source, profile, record: null })
    expect([outcome.kind, stdout]).toEqual(['finished', 'main ends\n'])
  }
})

test('a thread that cannot be started for want of memory says so', () => {
  const source = `import threading, time
def wait():
    time.sleep(9)
try:
    for n in range(100):
        threading.Thread(target=wait, daemon=True).start()
except RuntimeError as e:
    print(n > 3, e)
`
  const budgets = { memory: 8 << 20 }
  expect(simulate({ source, record: null, budgets }).stdout).toBe("True can't start new thread\n")
})
