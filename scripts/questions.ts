// `npm run questions`: what the course asks, as tables: questions by kind and lesson, words of each lesson, slips with how
// many questions know them.

import { askedKinds, inventory } from '../src/course/inventory.ts'

const lessons = inventory()
const questions = lessons.flatMap((lesson) => lesson.questions)

/** Prints rows whose first column is text and whose others are numbers. */
function print(rows: readonly (readonly (string | number)[])[]): void {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)))
  for (const row of rows)
    console.log(
      row.map((cell, i) => (i === 0 ? String(cell).padEnd(widths[i]) : String(cell).padStart(widths[i]))).join('  '),
    )
}

const count = (kind: (typeof askedKinds)[number], asked: (typeof lessons)[number]['questions'] = questions) =>
  asked.filter(({ kinds }) => kinds.includes(kind)).length

console.log('Questions by kind; a prediction that asks for several kinds of things stands under each of them.\n')
print([
  ['lesson', 'words', 'questions', 'twins', ...askedKinds],
  ...lessons.map(({ slug, words, questions: asked }) => [
    slug,
    words,
    asked.length,
    asked.filter(({ hasTwin }) => hasTwin).length,
    ...askedKinds.map((kind) => count(kind, asked)),
  ]),
  [
    'all',
    lessons.reduce((sum, { words }) => sum + words, 0),
    questions.length,
    questions.filter(({ hasTwin }) => hasTwin).length,
    ...askedKinds.map((kind) => count(kind)),
  ],
])

const uses = new Map<string, number>()
for (const { slips } of questions) for (const slip of slips) uses.set(slip, (uses.get(slip) ?? 0) + 1)
console.log(`\n${uses.size} slips, with the number of questions that know them.\n`)
print([...uses].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)))
