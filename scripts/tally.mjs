// @ts-check
// Adds up what the stages of `npm test` found. A report that is missing, a runner that found nothing to run, and a
// runner that ended badly without naming a failed test all count as a failure: silence is not success.

/**
 * @typedef {{ passed: number, failed: number, skipped: number, remark?: string, failures?: string[] }} Count
 * @typedef {{ status: string, fullName?: string, failureMessages?: string[] }} VitestTest
 * @typedef {{ status: string, name?: string, message?: string, assertionResults?: VitestTest[] }} VitestFile
 * @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests?: number, numTodoTests?: number,
 *   testResults?: VitestFile[] }} VitestReport
 * @typedef {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors?: unknown[] }} PlaywrightReport
 */

/**
 * A stage that is one command: one test.
 * @param {number} exitCode
 * @returns {Count}
 */
export function countCommand(exitCode) {
  return { passed: exitCode === 0 ? 1 : 0, failed: exitCode === 0 ? 0 : 1, skipped: 0 }
}

/**
 * @param {VitestReport | undefined} report what Vitest's JSON reporter wrote; undefined if it wrote nothing
 * @param {number} exitCode
 * @returns {Count}
 */
export function countVitest(report, exitCode) {
  if (!report) return countMissing()
  const { testResults = [] } = report
  return settle(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests + testResults.filter(isBroken).length,
      skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0),
      failures: testResults.flatMap(failuresOf),
    },
    exitCode,
  )
}

/**
 * A file that does not load, or whose set-up fails, has no failed test of its own.
 * @param {VitestFile} file
 */
function isBroken(file) {
  return file.status === 'failed' && failedTests(file).length === 0
}

/** @param {VitestFile} file */
function failedTests({ assertionResults = [] }) {
  return assertionResults.filter((test) => test.status === 'failed')
}

/**
 * Each failed test of a file with the first line of its message, or the file itself if it did not load.
 * @param {VitestFile} file
 * @returns {string[]}
 */
function failuresOf(file) {
  const { name = '', message = '' } = file
  if (isBroken(file)) return [`${name}: ${firstLine(message)}`]
  return failedTests(file).map(
    (test) => `${name} > ${test.fullName ?? ''}: ${firstLine(test.failureMessages?.[0] ?? '')}`,
  )
}

/** @param {string} text */
function firstLine(text) {
  return text.trim().split('\n', 1)[0].slice(0, 300)
}

/**
 * A flaky journey is one whose browser had stopped drawing, and which passed in a new one: e2e/journey.ts lets no other pass.
 * @param {PlaywrightReport | undefined} report what Playwright's JSON reporter wrote; undefined if it wrote nothing
 * @param {number} exitCode
 * @returns {Count}
 */
export function countPlaywright(report, exitCode) {
  if (!report) return countMissing()
  const { expected, unexpected, flaky, skipped } = report.stats
  const errors = report.errors?.length ?? 0
  const count = settle({ passed: expected + flaky, failed: unexpected + errors, skipped }, exitCode)
  return flaky > 0 ? { ...count, remark: `${flaky} in a second browser` } : count
}

/**
 * @param {string} remark why the stage could not run
 * @returns {Count}
 */
export function countNotRun(remark) {
  return { passed: 0, failed: 1, skipped: 0, remark }
}

/**
 * @param {Count[]} counts
 * @returns {Count}
 */
export function addUp(counts) {
  const sum = { passed: 0, failed: 0, skipped: 0 }
  for (const count of counts) {
    sum.passed += count.passed
    sum.failed += count.failed
    sum.skipped += count.skipped
  }
  return sum
}

/**
 * The last line of `npm test`.
 * @param {Count} count
 */
export function closingLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`
}

/** @returns {Count} */
function countMissing() {
  return countNotRun('the runner left no report')
}

/**
 * @param {Count} count
 * @param {number} exitCode
 * @returns {Count}
 */
function settle(count, exitCode) {
  if (count.passed + count.failed === 0) return { ...count, failed: 1, remark: 'no test was run' }
  if (exitCode !== 0 && count.failed === 0) {
    return { ...count, failed: 1, remark: `the runner ended with exit code ${exitCode}` }
  }
  return count
}
