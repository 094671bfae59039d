// Writes the table of README.md that says how much was compared with real CPython, counted from the recordings.
// `node scripts/readme.ts`; readme.test.ts says when it is due.

import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { exactness } from '../src/course/exactness.ts'

const file = fileURLToPath(new URL('../README.md', import.meta.url))
const marks = /(<!-- exactness -->\n).*(<!-- \/exactness -->)/s

/** README.md with its table as it has to be. */
export function readmeText(): string {
  const text = readFileSync(file, 'utf8')
  if (!marks.test(text)) throw new Error('README.md has no place for the table')
  const rows = exactness().map(
    ({ python, judge, programs, counting, lines, known }) =>
      `| ${python} | ${judge} | ${programs} | ${counting} | ${lines} | ${known} |\n`,
  )
  const head =
    '| Python | Compared with | Programs | that print counts | Lines printed | Known to differ |\n| --- | --- | ---: | ---: | ---: | ---: |\n'
  return text.replace(marks, `$1${head}${rows.join('')}$2`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(file, readmeText())
