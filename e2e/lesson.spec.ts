// A learner predicts, is told why a number was wrong, runs, and is led to the moment where prediction and run part.
// What is right is asked of the simulator: no number stands here.

import { fileURLToPath } from 'node:url'
import { workerSize } from '../scripts/worker-size.mjs'
import { readExample } from '../src/course/example.ts'
import { readQuestion } from '../src/course/questions.ts'
import { runExample } from '../src/course/run.ts'
import { modelOf } from '../src/course/two-threads.ts'
import { answers } from '../src/quiz/answers.ts'
import type { Answer } from '../src/quiz/question.ts'
import { expect, type Locator, type Page, test } from './journey.ts'

const LESSON = '/lessons/02-counting-references/'
const ID = 'counting/up-and-down'
const question = readQuestion(ID)
const { viewer } = runExample(readExample(question.example))
if (!viewer) throw new Error(`${question.example} does not run`)
const truth = answers(viewer, question)

async function open(page: Page): Promise<Locator> {
  await page.goto(LESSON)
  const predict = page.locator(`[data-question="${ID}"]`)
  await predict.locator('.playground-code').scrollIntoViewIfNeeded()
  await expect(predict.locator('[data-playground]')).toHaveAttribute('data-ready', '')
  return predict
}

async function fill(predict: Locator, values: (answer: Answer) => string) {
  for (const answer of truth) await predict.locator(`input[data-line="${answer.line}"]`).fill(values(answer))
}

const right = ({ printed }: Answer) => printed ?? ''
const slipped = ({ slips, printed }: Answer) => slips.forgotArgument ?? printed ?? ''

test('Run opens after a prediction, and the right numbers are called right', async ({ page }) => {
  const predict = await open(page)
  const run = predict.getByRole('button', { name: 'Run', exact: true })
  await expect(run).toBeDisabled()
  await predict.getByRole('button', { name: 'Check my numbers' }).click()
  await expect(predict.getByText('A number is missing')).toBeVisible()
  await expect(run).toBeDisabled()
  await fill(predict, right)
  await predict.getByRole('button', { name: 'Check my numbers' }).click()
  await expect(predict.getByText('All right.')).toBeVisible()
  await expect(run).toBeEnabled()
  await expect(predict.locator('.field.done.right')).toHaveCount(truth.length)
  await expect(predict.locator('.output pre')).toContainText(truth.at(-1)?.printed ?? '')
})

test('a slip has its reason, and who held the object; the moment is one press away', async ({ page }) => {
  expect(truth.filter(({ slips }) => slips.forgotArgument !== undefined).length).toBeGreaterThan(0)
  const predict = await open(page)
  await fill(predict, slipped)
  await predict.getByRole('button', { name: 'Check my numbers' }).click()
  await expect(predict.locator('.field.done')).toHaveCount(truth.length)
  await expect(predict.locator('.reasons > li').first()).toContainText('argument')
  const first = truth.find(({ slips }) => slips.forgotArgument !== undefined) as Answer
  const missed = predict.locator('.reasons > li').first()
  const ones = await missed.locator('.holders .ledger-one').allTextContents()
  expect(String(ones.map(Number).reduce((a, b) => a + b, 0))).toBe(first.printed)
  await missed.getByRole('button', { name: 'Show me the moment' }).click()
  await expect(predict.locator('.program .ran, .program .next').first()).toBeVisible()
  await expect(predict.locator('.transport-step')).toHaveText(new RegExp(`^${first.step} /`))
})

test('progress survives a reload, and can be started over', async ({ page }) => {
  const predict = await open(page)
  await fill(predict, right)
  await predict.getByRole('button', { name: 'Check my numbers' }).click()
  await expect(predict.locator('.field.done.right')).toHaveCount(truth.length)
  await page.reload()
  await expect(predict.locator('.field.done.right')).toHaveCount(truth.length)
  await predict.getByRole('button', { name: 'Predict again' }).click()
  await expect(predict.locator('.field input')).toHaveCount(truth.length)
  await page.reload()
  await expect(predict.locator('.field input')).toHaveCount(truth.length)
})

test('"show me anyway" opens the program', async ({ page }) => {
  const predict = await open(page)
  await predict.getByRole('button', { name: 'Show me anyway' }).click()
  await expect(predict.getByRole('button', { name: 'Run', exact: true })).toBeEnabled()
  await expect(predict.locator('.heap')).toBeVisible()
})

test('a sentence leads to its moment', async ({ page }) => {
  const predict = await open(page)
  await predict.getByRole('button', { name: 'Show me anyway' }).click()
  await expect(predict.locator('.transport-step')).toBeVisible()
  const moment = page.locator(`a.moment[data-moment^="${question.example}@"]`).nth(2)
  const line = Number(await moment.getAttribute('data-moment-line'))
  await moment.click()
  await expect(predict.locator('.transport-step')).toHaveText(new RegExp(`^${viewer.momentAfter(line)} /`))
})

for (const [what, script] of [
  [
    'disabled',
    `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError') } })`,
  ],
  ['full', `Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }`],
  [
    'damaged',
    `try { localStorage.setItem('heapwise.progress.1', '{"questions": {"${ID}": {"tries": "x", "state": 7, "given": 1}, "a": nonsense') } catch {}`,
  ],
] as const) {
  test(`with storage ${what} a prediction still works`, async ({ page }) => {
    await page.addInitScript(script)
    const predict = await open(page)
    await fill(predict, right)
    await predict.getByRole('button', { name: 'Check my numbers' }).click()
    await expect(predict.locator('.field.done.right')).toHaveCount(truth.length)
  })
}

test('without a script there are text, program, picture and output', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await page.goto(LESSON)
  const predict = page.locator(`[data-question="${ID}"]`)
  await expect(predict.locator('.program .line').first()).toBeVisible()
  await expect(predict.locator('svg.heap')).toBeVisible()
  await expect(predict.locator('.output pre')).toHaveText(truth.map(({ printed }) => printed).join('\n'))
  // Nothing is offered that only a script could do.
  const offers = page
    .locator('main')
    .locator('button:not([popovertarget]), select, input:not([type=radio], [type=checkbox])')
  expect(await offers.count()).toBeGreaterThan(0)
  await expect(offers.filter({ visible: true })).toHaveCount(0)
  await expect(page.locator('.playground-figure').filter({ visible: true })).toHaveCount(
    await page.locator('.playground > noscript').count(),
  )
})

test('a lesson loads at most 60 kB of script before the editor opens, beside the worker', async ({ page }) => {
  const { first, later } = workerSize(fileURLToPath(new URL('../dist', import.meta.url)))
  const ofWorker = new Set([...first, ...later].map(({ file }) => file))
  let bytes = 0
  page.on('response', async (response) => {
    if (response.request().resourceType() !== 'script') return
    if (ofWorker.has(response.url().split('/').at(-1) ?? '')) return
    bytes += (await response.request().sizes()).responseBodySize
  })
  await open(page)
  for (const playground of await page.locator('.playground-code').all()) await playground.scrollIntoViewIfNeeded()
  await page.waitForLoadState('networkidle')
  expect(bytes).toBeGreaterThan(1000)
  expect(bytes).toBeLessThanOrEqual(60_000)
})

const THREADS = '/lessons/23-threads-and-tasks/'
const MODELLED = modelOf('threads/one-list')

test('the two counts of a model are stepped through, and it is called a model', async ({ page }) => {
  await page.goto(THREADS)
  const figure = page.locator('figure.two-threads').first()
  await figure.scrollIntoViewIfNeeded()
  await expect(figure).toContainText('a model of 3.14t, not measured')
  await expect(page.locator('astro-island:not([ssr])', { has: figure })).toBeVisible()
  const next = figure.getByRole('button', { name: 'Next' })
  for (const [index, { local, shared }] of MODELLED.steps.entries()) {
    await expect(figure.getByText(`Step ${index + 1} of ${MODELLED.steps.length}`)).toBeVisible()
    await expect(figure.locator('dd b').nth(1)).toHaveText(local)
    await expect(figure.locator('dd b').nth(2)).toHaveText(shared)
    await expect(figure.locator('li[aria-current]')).toContainText(MODELLED.steps[index].code)
    if (index < MODELLED.steps.length - 1) await next.press('Enter')
  }
  await expect(next).toBeDisabled()
  await figure.getByRole('button', { name: MODELLED.steps[0].code }).click()
  await expect(next).toBeEnabled()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('the model is the list of its steps', async ({ page }) => {
    await page.goto(THREADS)
    const figure = page.locator('figure.two-threads').first()
    for (const { code } of MODELLED.steps) await expect(figure.getByText(code).locator('visible=true')).toBeVisible()
    await expect(figure.getByRole('button')).toHaveCount(0)
  })
})

test.describe('a term of the glossary', () => {
  const open = async (page: Page) => {
    await page.goto('/lessons/11-cycles/')
    const word = page.locator('button.term').first()
    const definition = page.locator(`#${await word.getAttribute('popovertarget')}`)
    await expect(definition).toBeHidden()
    return { word, definition }
  }

  test('is explained while a mouse is over it, and as long as it is over the explanation', async ({ page }) => {
    const { word, definition } = await open(page)
    await word.hover()
    await expect(definition).toBeVisible()
    await definition.hover()
    await page.waitForTimeout(600)
    await expect(definition).toBeVisible()
    await page.locator('h1').hover()
    await expect(definition).toBeHidden()
    await word.hover()
    await expect(definition).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(definition).toBeHidden()
  })

  test('stays when it is clicked, and goes when it is clicked again', async ({ page }) => {
    const { word, definition } = await open(page)
    await word.hover()
    await expect(definition).toBeVisible()
    await word.click()
    await page.locator('h1').hover()
    await page.waitForTimeout(600)
    await expect(definition).toBeVisible()
    await word.click()
    await expect(definition).toBeHidden()
  })

  test.describe('on a touch screen', () => {
    test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } })
    test('is explained by a tap', async ({ page }) => {
      const { word, definition } = await open(page)
      await word.tap()
      await expect(definition).toBeVisible()
      await page.locator('h1').tap()
      await expect(definition).toBeHidden()
    })
  })

  test('is explained by the keyboard', async ({ page }) => {
    const { word, definition } = await open(page)
    await word.focus()
    await page.keyboard.press('Enter')
    await expect(definition).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(definition).toBeHidden()
  })
})
