// The rules of the syllabus: how many questions a lesson asks, that every kind occurs, and that no lesson is too long.

import { expect, test } from 'vitest'
import { askedKinds, inventory } from './inventory.ts'
import { lessonQuestions } from './lesson-text.ts'
import { QuestionFile } from './question-file.ts'
import { syllabus } from './syllabus.ts'

const lessons = inventory()
const questions = lessons.flatMap((lesson) => lesson.questions)

test.each(lessons)(
  '$slug asks at least four things, why one of them is so, and sets a task',
  ({ questions: asked }) => {
    const kinds = asked.flatMap(({ kinds }) => kinds)
    expect(asked.filter(({ kinds }) => !kinds.includes('try')).length).toBeGreaterThanOrEqual(4)
    expect(kinds).toContain('why')
    expect(kinds).toContain('try')
  },
)

test.each(lessons)('$slug has the words of 8 to 15 minutes', ({ words }) => {
  expect(words).toBeGreaterThan(350)
  expect(words).toBeLessThan(1500)
})

test.each(syllabus)('part $part has a leak hunt: which line, who holds it, why, and a task', ({ lessons: inPart }) => {
  const asked = new Map<string, string[]>()
  for (const id of inPart.flatMap((slug) => lessonQuestions(slug))) {
    const { example, kind } = new QuestionFile(id)
    if (example.labels.has('hunt')) asked.set(example.id, [...(asked.get(example.id) ?? []), kind])
  }
  const wanted = ['frees', 'ledger', 'why', 'try']
  const hunts = [...asked].filter(([, kinds]) => wanted.every((kind) => kinds.includes(kind)))
  expect(hunts).toHaveLength(1)
})

test.each(askedKinds)('"%s" is asked in at least two lessons', (kind) => {
  const asking = lessons.filter((lesson) => lesson.questions.some(({ kinds }) => kinds.includes(kind)))
  expect(asking.length).toBeGreaterThanOrEqual(2)
})

test('almost every prediction has a second program', () => {
  const without = questions.filter(({ kinds, slips, hasTwin }) => kinds.length > 0 && slips.length > 0 && !hasTwin)
  // The buffer from C is freed at once or not at all: a second program would print what the first one has shown.
  expect(without.map(({ id }) => id)).toEqual(['sizes/buffer'])
})
