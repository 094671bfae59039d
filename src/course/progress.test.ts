// Progress holds whatever the storage does, and two tabs agree.

import { describe, expect, test } from 'vitest'
import { Progress, type Storing } from './progress.ts'
import { differing, mergeKept, nothingKept, readKept, writeKept } from './progress-file.ts'
import { keepTries, notedTries, triesAsTable } from './tries.ts'

/** A storage in memory that can be made to refuse. */
class Shelf implements Storing {
  readonly items = new Map<string, string>()
  fails: 'read' | 'write' | null = null
  getItem(key: string) {
    if (this.fails === 'read') throw new DOMException('denied', 'SecurityError')
    return this.items.get(key) ?? null
  }
  setItem(key: string, value: string) {
    if (this.fails === 'write') throw new DOMException('full', 'QuotaExceededError')
    if (this.fails === 'read') throw new DOMException('denied', 'SecurityError')
    this.items.set(key, value)
  }
  removeItem(key: string) {
    this.items.delete(key)
  }
}

const KEY = 'heapwise.progress.1'
const right = { tries: 1, state: 'right', given: ['2'] } as const
const shown = { tries: 2, state: 'shown', given: ['7'] } as const

describe('what is stored', () => {
  test('is there again in the next page', () => {
    const shelf = new Shelf()
    new Progress(() => shelf).set('a/b', right)
    expect(new Progress(() => shelf).get('a/b')).toEqual(right)
  })

  test('as an earlier version of the site wrote it is read', () => {
    const shelf = new Shelf()
    shelf.items.set(KEY, '{"version":1,"questions":{"a/b":{"tries":1,"state":"right","given":["2"]}}}')
    expect(new Progress(() => shelf).get('a/b')).toEqual(right)
  })

  test('of questions the course no longer has is kept', () => {
    const shelf = new Shelf()
    new Progress(() => shelf).set('gone/question', right)
    const later = new Progress(() => shelf)
    later.set('new/question', shown)
    expect(Object.keys(new Progress(() => shelf).kept.questions)).toEqual(['gone/question', 'new/question'])
  })

  test('may hold entries that make no sense: they are dropped, the others kept', () => {
    const read = readKept(
      '{"questions":{"a":{"state":7},"b":{"state":"right","tries":-1,"given":5},"c":null,"__proto__":{"state":"open"}},' +
        '"ideas":{"x":{"level":9},"y":{"level":2,"due":"tomorrow"}},"days":{"today":{"drills":3},"2026-01-02":{"drills":3}}}',
    )
    expect(Object.keys(read?.questions ?? {})).toEqual(['b', '__proto__'])
    expect(read?.questions.b).toEqual({ state: 'right', tries: 0, given: [] })
    expect(read?.ideas).toEqual({ y: { level: 2, run: 0, passed: 0, due: '', drills: 0, right: 0 } })
    expect(read?.days).toEqual({ '2026-01-02': { drills: 3, right: 0, seconds: 0 } })
  })

  test.each(['', 'nonsense', '[]', '7', 'null', '{"questions": [1]}', '{}'])('%j is no progress', (text) => {
    expect(readKept(text)).toBeNull()
  })
})

describe('a storage that refuses', () => {
  test.each(['read', 'write'] as const)('%s: memory goes on, and is written when it can be', (fails) => {
    const shelf = new Shelf()
    const progress = new Progress(() => shelf)
    progress.set('before', right)
    shelf.fails = fails
    progress.set('a', right)
    progress.set('b', shown)
    expect(progress.storage).toBe(fails === 'read' ? 'blocked' : 'full')
    expect(progress.unstored).toBe(true)
    expect(Object.keys(progress.kept.questions)).toEqual(['before', 'a', 'b'])
    shelf.fails = null
    progress.set('c', right)
    expect([progress.storage, progress.unstored]).toEqual(['ok', false])
    expect(Object.keys(new Progress(() => shelf).kept.questions)).toEqual(['before', 'a', 'b', 'c'])
  })

  test('that is not there at all', () => {
    const progress = new Progress(() => {
      throw new DOMException('denied', 'SecurityError')
    })
    expect(progress.storage).toBe('blocked')
    progress.set('a', right)
    expect(progress.get('a')).toEqual(right)
  })

  test('damaged: what was there is set aside before anything is written over it', () => {
    const shelf = new Shelf()
    shelf.items.set(KEY, '{"questions": nonsense')
    const progress = new Progress(() => shelf)
    expect(progress.unreadable).toBe('{"questions": nonsense')
    progress.set('a', right)
    const next = new Progress(() => shelf)
    expect([next.get('a'), next.unreadable]).toEqual([right, '{"questions": nonsense'])
    next.forgetUnreadable()
    expect(new Progress(() => shelf).unreadable).toBeNull()
  })

  test('damaged and full: it is not written over', () => {
    const shelf = new Shelf()
    shelf.items.set(KEY, '{"questions": nonsense')
    const progress = new Progress(() => shelf)
    shelf.fails = 'write'
    progress.set('a', right)
    expect([shelf.items.get(KEY), progress.get('a')]).toEqual(['{"questions": nonsense', right])
  })
})

describe('two tabs', () => {
  test('that answer different questions keep both answers', () => {
    const shelf = new Shelf()
    const [one, two] = [new Progress(() => shelf), new Progress(() => shelf)]
    one.set('a', right)
    two.set('b', shown)
    expect(Object.keys(two.kept.questions)).toEqual(['a', 'b'])
    one.reread()
    expect(one.kept).toEqual(two.kept)
  })

  test('agree on what was reset; what one could not store stays on top', () => {
    const shelf = new Shelf()
    const [one, two] = [new Progress(() => shelf), new Progress(() => shelf)]
    one.set('a', right)
    two.reread()
    shelf.fails = 'write'
    two.set('b', shown)
    shelf.fails = null
    one.change(() => nothingKept)
    two.reread()
    expect(two.kept.questions).toEqual({ b: shown })
    let heard = 0
    const end = two.watch(() => heard++)
    two.set('c', right)
    end()
    two.set('d', right)
    expect(heard).toBe(1)
  })
})

test('an exported file holds everything', () => {
  const kept = {
    questions: { a: right },
    ideas: { del: { level: 2, run: 1, passed: 0, due: '2026-11-23', drills: 4, right: 3 } },
    days: { '2026-11-22': { drills: 4, right: 3, seconds: 170 } },
  } as const
  expect(readKept(writeKept(kept, 2))).toEqual(kept)
})

test('two histories become one: of each question the one that is farther on', () => {
  const open = { tries: 1, state: 'open', given: [] } as const
  const a = { ...nothingKept, questions: { p: open, q: right, s: shown } }
  const b = { ...nothingKept, questions: { p: shown, q: open, r: open, s: { ...shown, tries: 5 } } }
  const both = mergeKept(a, b)
  expect(both.questions).toEqual({ p: shown, q: right, r: open, s: { ...shown, tries: 5 } })
  expect(mergeKept(b, a)).toEqual(both)
  expect(differing(both, a)).toBe(3)
})

test('what was said of a try and the second program are kept; nonsense in them is dropped, and old entries stay', () => {
  const old = { tries: 2, state: 'right', given: ['3'] } as const
  const full = { ...old, sure: 'guess', twin: ['4'] } as const
  const card = { level: 1, run: 0, passed: 0, due: '2026-11-23', drills: 1, right: 0 } as const
  const kept = { questions: { old, full }, ideas: { a: card, b: { ...card, missedSure: true } }, days: {} } as const
  expect(readKept(writeKept(kept))).toEqual(kept)
  const strange = { questions: { q: { ...old, sure: 7, twin: 'x' } }, ideas: { a: { ...card, missedSure: 'yes' } } }
  expect(readKept(JSON.stringify(strange))).toEqual({ questions: { q: old }, ideas: { a: card }, days: {} })
})

describe('notes of tries', () => {
  test('are taken only if they are wanted', () => {
    const shelf = new Shelf()
    const progress = new Progress(() => shelf)
    progress.set('a', right)
    expect(notedTries(() => shelf)).toBeNull()
    expect(keepTries([], () => shelf)).toBe(true)
    progress.set('b', { tries: 1, state: 'open', given: ['7'] })
    progress.set('b', shown)
    progress.set('b', { ...shown, state: 'open' })
    const noted = notedTries(() => shelf) ?? []
    expect(noted.map(({ question, number, right, given }) => [question, number, right, given])).toEqual([
      ['b', 1, false, ['7']],
      ['b', 2, false, ['7']],
    ])
    keepTries(null, () => shelf)
    expect(shelf.items.has('heapwise.tries.1')).toBe(false)
  })

  test('are a table in which nothing is a formula', () => {
    const note = { when: '2026-11-22T10:00:00.000Z', question: 'a/b', number: 1, right: false }
    const table = triesAsTable([
      { ...note, given: ['=1+1', 'x'] },
      { ...note, given: ['-1'] },
      { ...note, given: ['"a", b'] },
    ])
    expect(table.split('\r\n').map((row) => row.split(',').slice(4, -1).join(','))).toEqual([
      'given',
      "'=1+1 | x",
      '-1',
      '"""a"", b"',
      '',
    ])
  })
})
