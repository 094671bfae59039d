// How questions are asked: how sure one is, the second try about a second program, boxes of a picture, rows of a ledger,
// generations and blocks. What is right is asked of the simulator: no answer stands here.

import { judgedChoices, pictureOf, readChoice } from '../src/course/choices.ts'
import { type Example, readExample } from '../src/course/example.ts'
import { readKept } from '../src/course/progress-file.ts'
import { readQuestion, readTwin } from '../src/course/questions.ts'
import { runExample } from '../src/course/run.ts'
import { readTask, shortcutsOf } from '../src/course/tasks.ts'
import { answers } from '../src/quiz/answers.ts'
import type { Choice } from '../src/quiz/choice.ts'
import type { Answer, Question } from '../src/quiz/question.ts'
import { violations } from './axe.ts'
import { expect, type Locator, type Page, test } from './journey.ts'

const LESSON = '/lessons/02-counting-references/'
const ID = 'counting/up-and-down'
const KEY = 'heapwise.progress.1'

function answered(question: Question, example: Example): readonly Answer[] {
  const { viewer } = runExample(example)
  if (!viewer) throw new Error(`${example.id} does not run`)
  return answers(viewer, question)
}
const question = readQuestion(ID)
const truth = answered(question, readExample(question.example))
const twin = readTwin(ID)
if (!twin) throw new Error(`${ID} has no second program`)
const twinTruth = answered(twin.question, twin.example)

const stored = async (page: Page, id: string) =>
  readKept(await page.evaluate((key) => localStorage.getItem(key) ?? '', KEY))?.questions[id]

async function open(page: Page, path: string, id: string): Promise<Locator> {
  await page.goto(path)
  const asked = page.locator(`[data-question="${id}"]`)
  await asked.scrollIntoViewIfNeeded()
  // An island has its script when nothing of it waits for the server's copy any more.
  await expect(asked.locator('astro-island[ssr]')).toHaveCount(0)
  return asked
}

async function fill(box: Locator, wanted: readonly Answer[], value: (answer: Answer) => string) {
  for (const answer of wanted) await box.locator(`input[data-line="${answer.line}"]`).fill(value(answer))
}
const right = ({ printed }: Answer) => printed ?? ''
const wrong = ({ slips, printed }: Answer) => Object.values(slips)[0] ?? printed ?? ''

test('how sure one is: one tap, by keyboard alone, kept and said afterwards', async ({ page }) => {
  const predict = await open(page, LESSON, ID)
  await fill(predict, truth, wrong)
  await predict.locator('.field input').last().focus()
  for (let presses = 0; presses < 12; presses++) {
    if (
      await predict
        .getByRole('radio', { name: 'sure', exact: true })
        .evaluate((radio) => radio === document.activeElement)
    )
      break
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Space')
  await expect(predict.getByRole('radio', { name: 'sure', exact: true })).toBeChecked()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const said = `You were sure, and it was ${right(truth[0])}, not ${wrong(truth[0])}.`
  await expect(predict.locator('.reasons > li').first()).toContainText(said)
  expect(await stored(page, ID)).toMatchObject({ tries: 1, state: 'open', sure: 'sure' })
  expect(await violations(page)).toEqual([])
  await page.reload()
  await expect(predict.locator('.reasons > li').first()).toContainText(said)
})

test('nobody has to say how sure he is', async ({ page }) => {
  const predict = await open(page, LESSON, ID)
  await expect(predict.getByRole('group', { name: 'How sure are you? (You need not say.)' })).toBeVisible()
  await fill(predict, truth, right)
  await predict.getByRole('button', { name: 'Check my numbers' }).click()
  await expect(predict.getByText('All right.')).toBeVisible()
  expect(await stored(page, ID)).not.toHaveProperty('sure')
})

test('the second try is about a second program, run by itself; both are there after a reload', async ({ page }) => {
  const predict = await open(page, LESSON, ID)
  await fill(predict, truth, wrong)
  await predict.getByRole('button', { name: 'Check my numbers' }).click()
  const second = predict.getByRole('group', { name: 'Second try: another program, the same question' })
  await expect(second.locator('.program code').first()).toBeVisible()
  const shown = await second.locator('.program code').allInnerTexts()
  expect(
    shown
      .map((line) => line.trimEnd())
      .join('\n')
      .trim(),
  ).toBe(twin.example.display.trim())
  await expect(second.getByRole('button', { name: 'Run', exact: true })).toBeDisabled()
  await fill(second, twinTruth, right)
  await second.getByRole('button', { name: 'Check my numbers' }).click()
  await expect(second.getByText('Right now.')).toBeVisible()
  await expect(second.locator('svg.heap')).toBeVisible()
  expect(await stored(page, ID)).toMatchObject({ tries: 2, state: 'right', given: truth.map(wrong) })
  expect(await violations(page)).toEqual([])
  await page.reload()
  await expect(second.locator('.field.done.right')).toHaveCount(twinTruth.length)
  await predict.getByRole('button', { name: 'Predict again' }).click()
  await expect(second).toHaveCount(0)
  await expect(predict.locator('.field input')).toHaveCount(truth.length)
  expect(await stored(page, ID)).toEqual({ tries: 0, state: 'open', given: truth.map(() => '') })
})

test('a second try that misses is explained, and can be passed by', async ({ page }) => {
  const predict = await open(page, LESSON, ID)
  await fill(predict, truth, wrong)
  await predict.getByRole('button', { name: 'Check my numbers' }).click()
  const second = predict.locator('.twin')
  await fill(second, twinTruth, wrong)
  await second.getByRole('button', { name: 'Check my numbers' }).click()
  await expect(second.locator('.reasons > li').first()).toBeVisible()
  expect(await stored(page, ID)).toMatchObject({ tries: 2, state: 'shown', twin: twinTruth.map(wrong) })
  await predict.getByRole('button', { name: 'Predict again' }).click()
  await fill(predict, truth, wrong)
  await predict.getByRole('button', { name: 'Check my numbers' }).click()
  await second.getByRole('button', { name: 'Show me anyway' }).click()
  await expect(second.locator('.field.done')).toHaveCount(twinTruth.length)
  expect(await stored(page, ID)).toMatchObject({ tries: 1, state: 'shown' })
})

test('what an earlier version of the page stored is taken up', async ({ page }) => {
  const given = truth.map(wrong)
  await page.addInitScript(
    ([key, id, numbers]) => {
      const questions = { [id as string]: { tries: 1, state: 'open', given: numbers } }
      localStorage.setItem(key as string, JSON.stringify({ questions, ideas: {}, days: {} }))
    },
    [KEY, ID, given] as const,
  )
  const predict = await open(page, LESSON, ID)
  await expect(predict.locator('.field s').first()).toContainText(given[0])
  await expect(predict.locator('.twin .field input')).toHaveCount(twinTruth.length)
})

test('where there is no second program, the second try is about the same one, and it says so', async ({ page }) => {
  const id = 'sizes/buffer'
  expect(readTwin(id)).toBeNull()
  const only = readQuestion(id)
  const lines = answered(only, readExample(only.example))
  const predict = await open(page, '/lessons/18-how-big-is-it/', id)
  await fill(predict, lines, wrong)
  await predict.getByRole('button', { name: 'Check my numbers' }).click()
  await expect(predict.getByText('try once more with this program')).toBeVisible()
  await fill(predict, lines, right)
  await predict.getByRole('button', { name: 'Check again' }).click()
  await expect(predict.getByText('Right now.')).toBeVisible()
})

for (const [path, id] of [
  ['/lessons/11-cycles/', 'cycles/what-hangs-on'],
  ['/zh-cn/lessons/06-containers-hold-references/', 'containers/what-falls'],
] as const) {
  test(`${path}: which objects die is clicked in the picture, and the list says the same`, async ({ page }) => {
    const choices = judgedChoices(readChoice(id))
    const addresses = new Map(pictureOf(readChoice(id))?.objects.map(([address, name]) => [name, address]))
    const choose = await open(page, path, id)
    const boxes = choose.locator('.pick .pickable')
    await expect(boxes).toHaveCount(choices.length)
    for (const { id: name, right: is } of choices)
      if (is) await choose.locator(`.pick [data-object="${addresses.get(name)}"]`).click()
    for (const { id: name, right: is } of choices) expect(await checkbox(choose, name).isChecked(), name).toBe(is)
    // Off again by the list, and the picture follows.
    const one = choices.findIndex((choice) => choice.right)
    await checkbox(choose, choices[one].id).uncheck()
    await expect(choose.locator('.pick .chosen')).toHaveCount(choices.filter((choice) => choice.right).length - 1)
    await checkbox(choose, choices[one].id).check()
    expect(await violations(page)).toEqual([])
    await choose.locator('button.primary').click()
    await expect(choose.locator('.choice-reason')).toHaveCount(choices.filter((choice) => choice.right).length)
    await expect(choose.locator('.pick .right')).toHaveCount(choices.filter((choice) => choice.right).length)
    expect(await violations(page)).toEqual([])
  })
}

function checkbox(choose: Locator, name: string): Locator {
  return choose.locator(`input[type=checkbox][value="${name.replaceAll('"', '\\"')}"]`)
}

for (const [path, id] of [
  ['/lessons/13-generations/', 'generations/where-keep'],
  ['/lessons/22-who-holds-it/', 'holders/where-is-bell'],
  ['/lessons/16-arenas-pools-blocks/', 'arenas/which-block'],
  ['/zh-cn/lessons/18-how-big-is-it/', 'sizes/head-of-row'],
  ['/lessons/21-leaks/', 'leaks/who-holds-page'],
  ['/zh-cn/lessons/22-who-holds-it/', 'holders/who-holds-bob'],
] as const) {
  test(`${id}: each wrong choice has its reason, and the right one is called right`, async ({ page }) => {
    const choices: readonly Choice[] = judgedChoices(readChoice(id))
    const choose = await open(page, path, id)
    await expect(choose.locator('.choice')).toHaveCount(choices.length)
    const bad = choices.findIndex((choice) => !choice.right)
    const input = (i: number) => choose.locator('.choice input').nth(i)
    await input(bad).check()
    await choose.locator('button.primary').click()
    await expect(choose.locator('.choice').nth(bad).locator('.choice-reason')).not.toBeEmpty()
    await expect(choose.locator('.choice-reason')).not.toContainText(/(ledger|lands|choice)\.\w+|\{\w+\}/)
    for (const [i, choice] of choices.entries())
      if (choice.right) await input(i).check()
      else if (await input(i).isChecked())
        if ((await input(i).getAttribute('type')) === 'checkbox') await input(i).uncheck()
    await choose.locator('button.primary').click()
    await expect(choose.locator('.choice.right')).toHaveCount(choices.filter((choice) => choice.right).length)
    expect(await violations(page)).toEqual([])
  })
}

test('practice: what was missed for sure says so when it comes back', async ({ page }) => {
  await page.clock.install({ time: new Date(2026, 10, 22, 12) })
  await page.goto('/practice/')
  const program = page.locator('[data-seed]')
  await expect(program.locator('.field input').first()).toBeVisible()
  for (const field of await program.locator('.field input').all()) await field.fill('77')
  await program.getByRole('radio', { name: 'sure', exact: true }).check()
  await program.getByRole('button', { name: 'Check my numbers' }).click()
  await expect(program.getByText('try once more with this program')).toBeVisible()
  await program.getByRole('button', { name: 'Show the numbers' }).click()
  await expect(page.getByText('right at the first try: 0.')).toBeVisible()
  await page.clock.setSystemTime(new Date(2026, 10, 23, 12))
  await page.reload()
  await expect(page.locator('.practice-what')).toContainText('asked again first, since you were sure and missed it')
})

test.describe('a shortcut is refused, with what is not allowed and why', () => {
  // On a touch screen the editor is a field of text.
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } })

  for (const [locale, lesson, id] of [
    ['en', '/lessons/11-cycles/', 'cycles/break-the-ring'],
    ['zh-cn', '/zh-cn/lessons/15-weak-references/', 'weakrefs/break-the-ring'],
  ]) {
    test(`${id} in ${locale}`, async ({ page }) => {
      test.slow()
      const asked = await open(page, lesson, id)
      await asked.locator('.play-bar button').first().click()
      const verdict = asked.locator('.try-verdict')
      for (const [, source] of shortcutsOf(id)) {
        await asked.locator('textarea').fill(source)
        await asked.locator('.play-bar button').first().click()
        const said = readTask(id).refusals.map((words) => words[locale].replaceAll('`', ''))
        await expect.poll(async () => said.includes((await verdict.textContent()) ?? '')).toBe(true)
        await expect(verdict).not.toHaveClass(/right/)
      }
      await asked.locator('textarea').fill(readTask(id).solution)
      await asked.locator('.play-bar button').first().click()
      await expect(asked.locator('.try-verdict.right')).not.toBeEmpty()
    })
  }
})
