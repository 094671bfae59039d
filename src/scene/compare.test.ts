// Two runs held against each other: made-up accounts for the rules, real runs for what is read from them.

import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseExample, readExample } from '../course/example.ts'
import { runExample, versions } from '../course/run.ts'
import { type Account, accountOf, accountOfText, type NameCount, type OutputLine, type Visit } from './account.ts'
import { compareRuns } from './compare.ts'
import { namesIn } from './line-names.ts'

const count = (name: string, refcnt: number, immortal = false): NameCount => ({ name, type: 'list', refcnt, immortal })

/** An account of lines, each with the counts after it, as far as they matter. */
function account(
  lines: readonly (readonly [line: number, ...NameCount[]])[],
  written: readonly string[] = [],
): Account {
  const visits = lines.map(([line, ...counts], at): Visit => ({ line, moment: at + 1, counts }))
  const output = written.map((text, at): OutputLine => ({ text, stream: 'stdout', line: at + 1, moment: at + 1 }))
  return { visits, isCut: false, output }
}

function accountUnder(python: string, source: string): Account {
  return accountOf(runExample(parseExample('made', source), python).viewer ?? expect.fail('no trace'))
}

test('two runs that did the same differ in nothing', () => {
  const run = account(
    [
      [1, count('a', 1)],
      [2, count('a', 2), count('b', 2)],
    ],
    ['2'],
  )
  const { output, counts, parted, compared, isCut, rows } = compareRuns('a = []\nb = a\n', run, run)
  expect(output).toMatchObject({ different: 0, first: [null, null], before: 0, after: [0, 0] })
  expect([counts, parted, compared, isCut]).toEqual([null, null, 2, false])
  expect(rows.map(({ line, differs }) => [line, differs])).toEqual([
    [1, false],
    [2, false],
  ])
})

test('the first difference in output is the first line that is another, or that only one has', () => {
  const source = 'print(1)\n'.repeat(3)
  const different = (a: readonly string[], b: readonly string[]) =>
    compareRuns(source, account([], a), account([], b)).output
  expect(different(['1', '2'], ['1', '3'])).toMatchObject({ different: 2, first: [{ text: '2' }, { text: '3' }] })
  expect(different(['1'], ['1', '3'])).toMatchObject({ different: 2, first: [null, { text: '3', line: 2 }] })
  expect(different([], [])).toMatchObject({ different: 0, shown: [[], []] })
})

test('far down in a long output the first difference is still among the lines shown', () => {
  const lines = Array.from({ length: 5000 }, (_, at) => `line ${at}`)
  const other = lines.with(4000, 'x'.repeat(10_000))
  const { output } = compareRuns('', account([], lines), account([], other))
  expect(output.different).toBe(4001)
  expect(output.shown[1][output.different - 1 - output.before].text).toMatch(/^x{400}…$/)
  expect(output.shown[0].length + output.before + output.after[0]).toBe(5000)
})

test('the same text on another stream is a difference', () => {
  const error = accountOfText('1\n')
  expect(compareRuns('', account([], ['1']), error).output).toMatchObject({
    different: 1,
    first: [{ stream: 'stdout' }, { stream: 'stderr' }],
  })
})

test('a count differs by its number, and an immortal only from what is counted', () => {
  const at = (a: NameCount, b: NameCount) => compareRuns('a = 1\n', account([[1, a]]), account([[1, b]])).counts
  expect(at(count('a', 2), count('a', 3))).toMatchObject({ line: 1, names: [{ name: 'a' }], moments: [1, 1] })
  expect(at(count('a', 7, true), count('a', 9, true))).toBeNull()
  expect(at(count('a', 7), count('a', 7, true))).not.toBeNull()
})

test('a loop is told by the visit that differs, not by its first', () => {
  const visits = (third: number) =>
    account([
      [1, count('a', 1)],
      [1, count('a', 2)],
      [1, count('a', third)],
    ])
  const [row] = compareRuns('a = []\n', visits(3), visits(4)).rows
  expect(row).toMatchObject({ line: 1, differs: true, times: [3, 3], sides: [{ moment: 3 }, { moment: 3 }] })
})

test('a line that one version tells twice does not part them; going on elsewhere for good does', () => {
  const through = (...lines: number[]) => account(lines.map((line) => [line, count('a', line)] as const))
  const source = 'a\n'.repeat(9)
  expect(compareRuns(source, through(1, 2, 3, 2, 4, 5), through(1, 2, 4, 5)).parted).toBeNull()
  const { parted, counts } = compareRuns(source, through(1, 2, 3, 4), through(1, 2, 7, 8, 9))
  expect(parted).toMatchObject([{ line: 3 }, { line: 7 }])
  expect(counts).toBeNull()
  expect(compareRuns(source, through(1, 2), through(1, 2, 3)).parted).toMatchObject([null, { line: 3 }])
  expect(compareRuns(source, { ...through(1, 2), isCut: true }, through(1, 2, 3))).toMatchObject({
    parted: null,
    compared: 2,
    isCut: true,
  })
})

test('of a program that one version does not begin no counts are compared', () => {
  const { counts, compared, parted, rows } = compareRuns(
    'a = 1\n',
    account([[1, count('a', 1)]]),
    accountOfText('no\n'),
  )
  expect([counts, compared]).toEqual([null, 0])
  expect(parted).toMatchObject([{ line: 1 }, null])
  expect(rows).toMatchObject([{ line: 1, sides: [{ moment: 1 }, null], times: [1, 0] }])
})

test('names of a line: each once, without its comment', () => {
  expect(namesIn('b = a + a  # and c')).toEqual(['b', 'a'])
  expect(namesIn('')).toEqual([])
})

const source = `import sys
def f(x):
    return sys.getrefcount(x)
def g():
    y = [1]
    print(f(y))
g()
`

test('what versions are known to do otherwise is found, and where', () => {
  const [thirteen, latest] = ['3.13', '3.14'].map((python) => accountUnder(python, source))
  const { output, counts, parted } = compareRuns(source, thirteen, latest)
  const printed = [thirteen, latest].map((run) => run.output[0].text)
  expect(output).toMatchObject({ different: 1, first: printed.map((text) => ({ text, line: 6 })) })
  expect(parted).toBeNull()
  expect(counts).toMatchObject({ line: 6, names: [{ name: 'x' }] })
  const held = compareRuns(source, thirteen, latest).rows.filter(({ differs }) => differs)
  expect(held.map(({ line }) => line)).toContain(6)
})

test('both streams stand in the order in which they were written, with the line that wrote each', () => {
  const text = "import sys\nprint('a', end='')\nprint('b', file=sys.stderr)\nprint('c')\nprint('d\\ne')\n"
  expect(accountUnder('3.14', text).output.map(({ text, stream, line }) => [text, stream, line])).toEqual([
    ['a', 'stdout', 2],
    ['b', 'stderr', 3],
    ['c', 'stdout', 4],
    ['d', 'stdout', 5],
    ['e', 'stdout', 5],
  ])
})

test('every example goes the same way under every version, and runs twice alike', { timeout: 300_000 }, () => {
  const ids = readdirSync('content/examples', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.py'))
    .map((file) => file.slice(0, -'.py'.length))
  expect(ids.length).toBeGreaterThan(100)
  for (const id of ids) {
    const example = readExample(id)
    const accounts = [versions[0], versions[versions.length - 1]].map((python) =>
      accountOf(runExample(example, python).viewer ?? expect.fail(id)),
    )
    expect(compareRuns(example.display, accounts[0], accounts[1]).parted, id).toBeNull()
    const same = compareRuns(example.display, accounts[0], accounts[0])
    expect([same.counts, same.output.different, same.isCut], id).toEqual([null, 0, false])
  }
})
