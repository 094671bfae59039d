// Every question of every lesson, answered rightly in the page, and every task solved with its own solution. What is right is
// asked of the simulator: no answer stands here.

import { readdirSync } from 'node:fs'
import { judgedChoices, readChoice } from '../src/course/choices.ts'
import { parseExample, readExample } from '../src/course/example.ts'
import { readQuestion } from '../src/course/questions.ts'
import { runExample } from '../src/course/run.ts'
import { readTask } from '../src/course/tasks.ts'
import { answers } from '../src/quiz/answers.ts'
import { expect, type Locator, test } from './journey.ts'

// On a touch screen the editor is a field of text.
test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } })

const lessons = readdirSync('content/lessons/en').map((file) => file.replace(/\.mdx$/, ''))

async function predict(asked: Locator, id: string) {
  const question = readQuestion(id)
  const { viewer } = runExample(readExample(question.example))
  if (!viewer) throw new Error(`${question.example} does not run`)
  await expect(asked.locator('[data-playground]').first()).toHaveAttribute('data-ready', '')
  for (const { line, printed } of answers(viewer, question))
    await asked
      .locator(`input[data-line="${line}"]`)
      .first()
      .fill(printed ?? '')
  await asked.getByRole('button', { name: 'Check my numbers' }).click()
  await expect(asked.getByText('All right.')).toBeVisible()
}

async function choose(asked: Locator, id: string) {
  await expect(asked.locator('astro-island[ssr]')).toHaveCount(0)
  for (const choice of judgedChoices(readChoice(id)))
    if (choice.right) await asked.locator(`input[value="${quoted(choice.id)}"]`).check()
  await asked.locator('button[type="submit"]').click()
  await expect(asked.locator('.choice.right')).not.toHaveCount(0)
  await expect(asked.locator('.choice.wrong')).toHaveCount(0)
}

/** For a value between quotes in a selector. */
const quoted = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')

async function solve(asked: Locator, id: string) {
  await expect(asked.locator('astro-island[ssr]')).toHaveCount(0)
  await asked.getByRole('button', { name: 'Edit' }).click()
  await asked.locator('textarea').fill(parseExample(id, readTask(id).solution).display)
  await asked.getByRole('button', { name: 'Run and check' }).click()
  await expect(asked.locator('.try-verdict.right')).not.toBeEmpty()
}

for (const lesson of lessons) {
  test(`${lesson}: right answers are called right, and solutions are accepted`, async ({ page }) => {
    test.slow()
    await page.goto(`/lessons/${lesson}/`)
    const questions = page.locator('[data-question]')
    const ids = await questions.evaluateAll((all) => all.map((each) => each.getAttribute('data-question') ?? ''))
    expect(ids.length).toBeGreaterThan(4)
    for (const [i, id] of ids.entries()) {
      const asked = questions.nth(i)
      await test.step(id, async () => {
        await asked.scrollIntoViewIfNeeded()
        const kind = (await asked.getAttribute('class')) ?? ''
        if (kind.includes('choose')) await choose(asked, id)
        else if (kind.includes('try')) await solve(asked, id)
        else await predict(asked, id)
      })
    }
  })
}
