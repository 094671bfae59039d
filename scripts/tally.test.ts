import { expect, test } from 'vitest'
import { addUp, closingLine, countCommand, countNotRun, countPlaywright, countVitest } from './tally.mjs'

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((outcome) => ({ status: outcome })),
})

test('a command counts as one test', () => {
  expect(countCommand(0)).toMatchObject({ passed: 1, failed: 0 })
  expect(countCommand(2)).toMatchObject({ passed: 0, failed: 1 })
})

test('Vitest: passed, failed and skipped are taken from the report', () => {
  const report = {
    numPassedTests: 5,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [file('failed', 'passed', 'failed')],
  }
  const failures = [expect.any(String)]
  expect(countVitest(report, 1)).toEqual({ passed: 5, failed: 1, skipped: 3, failures })
})

test('Vitest: a file that does not load is a failure, although no test of it failed', () => {
  const report = { numPassedTests: 5, numFailedTests: 0, testResults: [file('passed', 'passed'), file('failed')] }
  expect(countVitest(report, 1)).toMatchObject({ passed: 5, failed: 1 })
})

test('Vitest: what failed is named, with the first line of its message', () => {
  const report = {
    numPassedTests: 1,
    numFailedTests: 1,
    testResults: [
      {
        status: 'failed',
        name: 'src/heap.test.ts',
        assertionResults: [
          { status: 'passed', fullName: 'one' },
          { status: 'failed', fullName: 'two', failureMessages: ['expected 3 to be 2\n    at somewhere'] },
        ],
      },
      { status: 'failed', name: 'src/gc.test.ts', message: 'Unexpected token' },
    ],
  }
  expect(countVitest(report, 1).failures).toEqual([
    'src/heap.test.ts > two: expected 3 to be 2',
    'src/gc.test.ts: Unexpected token',
  ])
})

test('Vitest: an error outside of any test is a failure', () => {
  const report = { numPassedTests: 5, numFailedTests: 0, testResults: [file('passed', 'passed')] }
  expect(countVitest(report, 1)).toMatchObject({ passed: 5, failed: 1 })
  expect(countVitest(report, 0)).toMatchObject({ passed: 5, failed: 0 })
})

test('Playwright: unexpected and errors outside of tests are failures, a journey made again has passed', () => {
  const stats = { expected: 7, unexpected: 1, flaky: 1, skipped: 3 }
  const remark = '1 in a second browser'
  expect(countPlaywright({ stats, errors: [] }, 1)).toEqual({ passed: 8, failed: 1, skipped: 3, remark })
  expect(countPlaywright({ stats, errors: [{}] }, 1)).toMatchObject({ passed: 8, failed: 2 })
})

test('no test at all is a failure, in either runner', () => {
  expect(countVitest({ numPassedTests: 0, numFailedTests: 0, testResults: [] }, 0)).toMatchObject({ failed: 1 })
  const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 4 }
  expect(countPlaywright({ stats }, 0)).toMatchObject({ passed: 0, failed: 1, skipped: 4 })
})

test('no report is a failure', () => {
  expect(countVitest(undefined, 0)).toMatchObject({ passed: 0, failed: 1 })
  expect(countPlaywright(undefined, 0)).toMatchObject({ passed: 0, failed: 1 })
})

test('the closing line adds everything up', () => {
  const counts = [countCommand(0), countVitest({ numPassedTests: 40, numFailedTests: 2 }, 1), countNotRun('no browser')]
  expect(closingLine(addUp(counts))).toBe('41 passed, 3 failed')
  expect(closingLine(addUp([]))).toBe('0 passed, 0 failed')
})
