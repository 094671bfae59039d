// What a learner has done: shown lesson by lesson, taken to a file and back, reset and brought back; the same in two tabs;
// and said, with nothing lost, when the storage refuses.

import { readFileSync } from 'node:fs'
import { lessonQuestions } from '../src/course/lesson-text.ts'
import { readKept } from '../src/course/progress-file.ts'
import { expect, type Page, test } from './journey.ts'

const SLUG = '02-counting-references'
const LESSON = `/lessons/${SLUG}/`
const asked = lessonQuestions(SLUG)
const ID = asked[0]
const KEY = 'heapwise.progress.1'

/** Gives up on the first question of the lesson: an answer that needs no number. */
async function answerOne(page: Page) {
  await page.goto(LESSON)
  const predict = page.locator(`[data-question="${ID}"]`)
  await predict.locator('.playground-code').scrollIntoViewIfNeeded()
  await expect(predict.locator('[data-playground]')).toHaveAttribute('data-ready', '')
  await predict.getByRole('button', { name: 'Show me anyway' }).click()
  await expect(predict.locator('.field.done').first()).toBeVisible()
}

const row = (page: Page, slug = SLUG) =>
  page.locator('ol.progress-lessons > li', { has: page.locator(`a[href*="${slug}"]`) })
const said = (page: Page) => page.locator('.progress-done')
const one = `1 of ${asked.length}`
const none = `0 of ${asked.length}`

async function stored(page: Page) {
  return readKept(await page.evaluate((key) => localStorage.getItem(key) ?? '', KEY))
}

test('an answer shows on the page, on home, and can be reset and brought back by keyboard', async ({ page }) => {
  await page.goto('/progress/')
  await expect(page.getByText('No question answered yet.')).toBeVisible()
  await answerOne(page)
  await page.goto('/')
  const home = page.locator('.course-lesson', { has: page.locator(`[data-course-lesson="${SLUG}"]`) })
  await expect(home.locator('.course-lesson-state')).toHaveText(one)
  await page.getByRole('link', { name: 'Your progress' }).click()
  await expect(row(page)).toContainText(one)
  await expect(row(page).locator('.progress-mark.shown')).toHaveCount(1)
  const reset = row(page).getByRole('button', { name: 'Reset lesson 02' })
  await reset.focus()
  await page.keyboard.press('Enter')
  await expect(said(page)).toContainText('Lesson 02 is reset.')
  await expect(row(page)).toContainText(none)
  expect((await stored(page))?.questions).toEqual({})
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(row(page)).toContainText(one)
  await page.reload()
  await expect(row(page)).toContainText(one)
})

test('a file takes progress along: exported, reset, imported; another file changes nothing', async ({ page }) => {
  await answerOne(page)
  await page.goto('/progress/')
  // The buttons stand there before the script has come that answers them.
  await expect(row(page)).toContainText(one)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export to a file' }).click()
  const file = await (await download).path()
  expect((await download).suggestedFilename()).toMatch(/^heapwise-progress-\d{4}-\d\d-\d\d\.json$/)
  expect(readKept(readFileSync(file, 'utf8'))?.questions[ID]?.state).toBe('shown')
  await page.getByRole('button', { name: 'Reset everything' }).click()
  await expect(page.getByText('No question answered yet.')).toBeVisible()
  await page.reload()
  await expect(page.getByText('No question answered yet.')).toBeVisible()
  const choose = async (name: string, buffer: Buffer) => {
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Import from a file' }).click()
    await (await chooser).setFiles({ name, mimeType: 'application/json', buffer })
  }
  await choose('other.json', Buffer.from('{"name": "package"}'))
  await expect(said(page)).toContainText('holds no progress of Heapwise')
  await choose('mine.json', readFileSync(file))
  await expect(said(page)).toContainText('Imported: 1 ')
  await expect(row(page)).toContainText(one)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(row(page)).toContainText(none)
  await choose('mine.json', readFileSync(file))
  await expect(row(page)).toContainText(one)
  await page.getByRole('button', { name: 'Reset everything' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(row(page)).toContainText(one)
})

test('two tabs agree', async ({ page, context }) => {
  await page.goto('/progress/')
  await expect(row(page)).toContainText(none)
  const other = await context.newPage()
  await answerOne(other)
  await expect(row(page)).toContainText(one)
  await row(page).getByRole('button', { name: 'Reset lesson 02' }).click()
  await other.goto('/progress/')
  await expect(row(other)).toContainText(none)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(row(other)).toContainText(one)
})

test('what is stored for questions that no longer exist is kept', async ({ page }) => {
  await page.addInitScript((key) => {
    localStorage.setItem(key, '{"version":1,"questions":{"old/question":{"tries":1,"state":"right","given":["2"]}}}')
  }, KEY)
  await page.goto('/progress/')
  await expect(page.getByText('Answers to questions the course no longer has: 1.')).toBeVisible()
})

const refusals = [
  [
    'disabled',
    'does not let the page store anything',
    `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError') } })`,
  ],
  [
    'full',
    'storage of this browser is full',
    `Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }`,
  ],
] as const
for (const [what, says, script] of refusals) {
  test(`storage ${what}: it is said where one answers, and what is in memory can be saved`, async ({ page }) => {
    await page.addInitScript(script)
    await answerOne(page)
    const notice = page.locator('.storage-said')
    await expect(notice).toContainText(says)
    const download = page.waitForEvent('download')
    await notice.getByRole('button', { name: 'Save my progress as a file' }).click()
    const text = readFileSync(await (await download).path(), 'utf8')
    expect(readKept(text)?.questions[ID]?.state).toBe('shown')
  })
}

test('storage disabled: the page says so at once', async ({ page }) => {
  await page.addInitScript(refusals[0][2])
  await page.goto('/progress/')
  await expect(page.locator('.storage-said')).toContainText(refusals[0][1])
  await page.getByLabel('Keep a note of each try').click()
  await expect(said(page)).toContainText('no notes can be kept')
  await expect(page.getByLabel('Keep a note of each try')).not.toBeChecked()
})

test('storage damaged: it is set aside, can be saved and deleted, and new answers are stored', async ({ page }) => {
  await page.goto('/progress/')
  await page.evaluate((key) => localStorage.setItem(key, '{"questions": nonsense'), KEY)
  await answerOne(page)
  expect((await stored(page))?.questions[ID]?.state).toBe('shown')
  await page.goto('/progress/')
  await expect(row(page)).toContainText(one)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save what was set aside as a file' }).click()
  expect(readFileSync(await (await download).path(), 'utf8')).toBe('{"questions": nonsense')
  await page.getByRole('button', { name: 'Delete it' }).click()
  await expect(page.locator('.storage-said')).toBeEmpty()
  await page.reload()
  await expect(row(page)).toContainText(one)
  await expect(page.locator('.storage-said')).toBeEmpty()
})

test('notes of tries are taken when wanted, handed over as a table, and dropped with a way back', async ({ page }) => {
  await page.goto('/progress/')
  await page.getByLabel('Keep a note of each try').check()
  await page.goto(LESSON)
  const predict = page.locator(`[data-question="${ID}"]`)
  await predict.locator('.playground-code').scrollIntoViewIfNeeded()
  await expect(predict.locator('[data-playground]')).toHaveAttribute('data-ready', '')
  for (const field of await predict.locator('.field input').all()) await field.fill('99')
  await predict.getByRole('button', { name: 'Check my numbers' }).click()
  await expect(predict.locator('.reasons > li').first()).toBeVisible()
  await page.goto('/progress/')
  await expect(page.getByText('Tries noted: 1')).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export the notes' }).click()
  const [head, note, rest] = readFileSync(await (await download).path(), 'utf8').split('\r\n')
  expect(head).toBe('when,question,try,right,given,sure')
  expect(note).toMatch(new RegExp(`^\\d{4}-.*Z,${ID},1,false,99( \\| 99)*,$`))
  expect(rest).toBe('')
  await page.getByLabel('Keep a note of each try').uncheck()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Tries noted: 1')).toBeVisible()
})

test('without a script the page says what it is and leads to the lessons', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await page.goto('/progress/')
  await expect(page.locator('noscript p').filter({ visible: true })).toHaveCount(1)
  await expect(row(page)).toBeVisible()
  await expect(page.locator('main').getByRole('button').filter({ visible: true })).toHaveCount(0)
})
