// Practice: a drill is predicted, a wrong number has its reason, the next one follows, by keyboard alone; what was missed
// comes back on another day. What is right is asked of the simulator, with the program that stands on the page.

import { readKept } from '../src/course/progress-file.ts'
import { answers } from '../src/quiz/answers.ts'
import { daysAfter } from '../src/quiz/days.ts'
import { type Difficulty, type IdeaName, makeDrill } from '../src/quiz/drills/drill.ts'
import type { Answer } from '../src/quiz/question.ts'
import { Viewer } from '../src/scene/view.ts'
import { defaultProfile, findProfile } from '../src/simulator/profiles/index.ts'
import { RECORD, simulate } from '../src/simulator/simulate.ts'
import { expect, type Locator, type Page, test } from './journey.ts'

const KEY = 'heapwise.progress.1'
const program = (page: Page) => page.locator('[data-seed]')

/** Waits for a drill and gives what its run says under a version. */
async function drillOn(page: Page, level: Difficulty = 1, python = defaultProfile.name): Promise<readonly Answer[]> {
  const box = program(page)
  await expect(box.locator('.field input').first()).toBeVisible()
  const idea = ((await box.getAttribute('data-playground')) ?? '').replace('practice/', '') as IdeaName
  const drill = makeDrill(idea, level, Number(await box.getAttribute('data-seed')))
  const shown = await box.locator('.program code').allInnerTexts()
  expect(
    shown
      .map((line) => line.trimEnd())
      .join('\n')
      .trim(),
  ).toBe(drill.source.trim())
  const { trace } = simulate({ source: drill.source, profile: findProfile(python) ?? defaultProfile, record: RECORD })
  if (!trace) throw new Error('the drill does not run')
  const question = { id: idea, kind: 'printed', example: idea, of: drill.of, lines: drill.lines } as const
  return answers(new Viewer(trace), question)
}

async function fill(box: Locator, truth: readonly Answer[], value: (answer: Answer) => string) {
  for (const answer of truth) await box.locator(`input[data-line="${answer.line}"]`).fill(value(answer))
}

const stored = async (page: Page) => readKept(await page.evaluate((key) => localStorage.getItem(key) ?? '', KEY))

test('right at the first try, by keyboard alone, and on to the next program', async ({ page }) => {
  await page.goto('/practice/')
  const truth = await drillOn(page)
  const first = await program(page).getAttribute('data-seed')
  await program(page).locator('.field input').first().focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('A number is missing')).toBeVisible()
  for (const [i, { printed }] of truth.entries()) {
    if (i > 0) await page.keyboard.press('Tab')
    await page.keyboard.type(printed ?? '')
  }
  await page.keyboard.press('Enter')
  await expect(page.getByText('All right.')).toBeVisible()
  await expect(page.getByText('Programs today: 1, right at the first try: 1.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Next program' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(program(page)).not.toHaveAttribute('data-seed', first ?? '')
  await expect(program(page).locator('.field input').first()).toBeFocused()
  const kept = await stored(page)
  expect(kept?.ideas.aliases).toMatchObject({ drills: 1, right: 1, due: '', level: 1 })
  await page.reload()
  await expect(page.getByText('Programs today: 1, right at the first try: 1.')).toBeVisible()
})

test('a wrong number has its reason; what was missed is due tomorrow, and then comes first, in a new program', async ({
  page,
}) => {
  await page.clock.install({ time: new Date(2026, 10, 22, 12) })
  await page.goto('/practice/')
  await page.getByLabel('Practise').selectOption('del')
  await expect(program(page)).toHaveAttribute('data-playground', 'practice/del')
  const truth = await drillOn(page)
  const seed = await program(page).getAttribute('data-seed')
  await fill(program(page), truth, ({ slips, printed }) => slips.forgotArgument ?? printed ?? '')
  await program(page).getByRole('button', { name: 'Check my numbers' }).click()
  await expect(program(page).locator('.reasons > li').first()).toContainText('argument')
  await fill(program(page), truth, ({ printed }) => printed ?? '')
  await program(page).getByRole('button', { name: 'Check again' }).click()
  await expect(program(page).getByText('Right now.')).toBeVisible()
  await expect(program(page).locator('.heap')).toBeVisible()
  await expect(page.getByText('Programs today: 1, right at the first try: 0.')).toBeVisible()
  expect((await stored(page))?.ideas.del).toMatchObject({ drills: 1, right: 0, due: '2026-11-23' })
  await page.clock.setSystemTime(new Date(2026, 10, 23, 12))
  await page.reload()
  await expect(page.getByText('To be asked again today: 1.')).toBeVisible()
  await expect(page.locator('.practice-what')).toContainText('asked again, since you missed it')
  await expect(program(page)).toHaveAttribute('data-playground', 'practice/del')
  expect(await program(page).getAttribute('data-seed')).not.toBe(seed)
  await fill(program(page), await drillOn(page), ({ printed }) => printed ?? '')
  await program(page).getByRole('button', { name: 'Check my numbers' }).click()
  await expect(program(page).getByText('All right.')).toBeVisible()
  expect((await stored(page))?.ideas.del).toMatchObject({ due: daysAfter('2026-11-23', 3), passed: 1 })
  await page.goto('/progress/')
  await expect(page.locator('.practice-ideas li').filter({ hasText: 'what del takes away' })).toContainText('again on')
})

test('the answers are those of the version that was chosen, and the choice is remembered', async ({ page }) => {
  await page.addInitScript((key) => {
    const card = { level: 3, run: 0, passed: 0, due: '', drills: 4, right: 4 }
    localStorage.setItem(key, JSON.stringify({ questions: {}, ideas: { calls: card }, days: {} }))
  }, KEY)
  await page.goto('/practice/')
  // Before the page's script has come the choice would be nobody's.
  await expect(program(page)).toBeVisible()
  await page.getByLabel('with Python').selectOption('3.12')
  await page.reload()
  await expect(page.getByLabel('with Python')).toHaveValue('3.12')
  await page.getByLabel('Practise').selectOption('calls')
  await expect(program(page)).toHaveAttribute('data-playground', 'practice/calls')
  const [old, now] = [await drillOn(page, 3, '3.12'), await drillOn(page, 3)]
  expect(old.map(({ printed }) => printed)).not.toEqual(now.map(({ printed }) => printed))
  await fill(program(page), old, ({ printed }) => printed ?? '')
  await program(page).getByRole('button', { name: 'Check my numbers' }).click()
  await expect(program(page).getByText('All right.')).toBeVisible()
})

test('"show me anyway" shows the run and counts as missed', async ({ page }) => {
  await page.goto('/practice/')
  await drillOn(page)
  await program(page).getByRole('button', { name: 'Show me anyway' }).click()
  await expect(program(page).locator('.heap')).toBeVisible()
  await expect(page.getByText('Programs today: 1, right at the first try: 0.')).toBeVisible()
})

for (const [what, script, says] of [
  [
    'disabled',
    `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError') } })`,
    'does not let the page store anything',
  ],
  [
    'full',
    `Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }`,
    'storage of this browser is full',
  ],
] as const) {
  test(`with storage ${what} practice goes on, and says so`, async ({ page }) => {
    await page.addInitScript(script)
    await page.goto('/practice/')
    for (const drills of [1, 2]) {
      await drillOn(page)
      await program(page).getByRole('button', { name: 'Show me anyway' }).click()
      await expect(page.getByText(`Programs today: ${drills},`)).toBeVisible()
      await expect(page.locator('.storage-said')).toContainText(says)
      await page.getByRole('button', { name: 'Next program' }).click()
    }
  })
}

test('without a script the page says what it is', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await page.goto('/practice/')
  await expect(page.locator('noscript p').filter({ visible: true })).toHaveCount(1)
  await expect(page.locator('main').getByRole('button').filter({ visible: true })).toHaveCount(0)
})

for (const [path, check, tooMany] of [
  ['/practice/', 'Check my numbers', /^Line \d+: You counted \d+ too many\. At this moment it is held only by: .+\.$/],
  ['/zh-cn/practice/', '检查我的预测', /^第 \d+ 行： 你多数了 \d+ 个。此刻持有它的只有：.+。$/],
] as const) {
  test(`a number that no slip gives: how many too many, and the holders by name, on ${path}`, async ({ page }) => {
    await page.goto(path)
    await expect(program(page).locator('.field input').first()).toBeVisible()
    await page.locator('.practice-head select').first().selectOption('aliases')
    await expect(page.locator('[data-playground="practice/aliases"] .field input').first()).toBeVisible()
    const truth = await drillOn(page)
    await fill(program(page), truth, ({ form, printed }) => (form === 'number' ? '42' : (printed ?? '')))
    await page.getByRole('button', { name: check }).click()
    const counts = truth.filter(({ account }) => account.kind === 'held')
    const reasons = page.locator('.reasons > li > p:first-child')
    await expect(reasons).toHaveCount(truth.filter(({ form }) => form === 'number').length)
    for (const i of counts.keys()) await expect(reasons.nth(i)).toHaveText(tooMany)
    expect(await page.locator('.reasons').innerText()).not.toMatch(/[{}]|reason\.|ledger\./)
  })
}
