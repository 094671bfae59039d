// The picture looked at: larger, smaller, whole, one object of it, small values with boxes; and saved as a file. By mouse,
// by keys and by touch.

import { readFileSync } from 'node:fs'
import { writeMoment } from '../components/playground/moment-link.ts'
import { violations } from './axe.ts'
import { expect, type Locator, type Page, test } from './journey.ts'

const SOURCE = `class Node: pass
a = Node()
a.next = Node()
a.next.next = [a, 1, 'two']
b = [a.next, 10**20]
c = {'list': b}
d = [c, b]
`

/** A link brings the program, so that no editor is needed. */
async function open(page: Page, source = SOURCE, path = '/playground/'): Promise<Locator> {
  await page.goto(`${path}#${await writeMoment({ source, python: '3.14', step: null, grain: 'line' })}`)
  const playground = page.locator('[data-playground]').first()
  await expect(playground).toHaveAttribute('data-ready', '')
  await playground.locator('.play-bar button').first().click()
  await expect(playground.locator('.transport-step')).toHaveText(/^(\d+) \/ \1$/)
  return playground
}

const picture = (playground: Locator) => playground.locator('svg.heap')
const stage = (playground: Locator) => playground.locator('.figure-scroll')
const step = (playground: Locator) => playground.locator('.transport-step')
const wide = async (playground: Locator) => (await picture(playground).boundingBox())?.width ?? 0

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } })

  test('buttons and two fingers make it larger, smaller and whole; axe finds nothing', async ({ page }) => {
    const playground = await open(page)
    const before = await wide(playground)
    await playground.getByRole('button', { name: 'Larger' }).tap()
    await expect.poll(() => wide(playground)).toBeCloseTo(before * 1.25, -1)
    await playground.getByRole('button', { name: 'Whole' }).tap()
    await expect(playground.getByRole('button', { name: 'Whole' })).toHaveAttribute('aria-pressed', 'true')
    await expect
      .poll(() => stage(playground).evaluate((element) => element.scrollWidth <= element.clientWidth))
      .toBe(true)
    const whole = await wide(playground)
    await pinch(page, playground, 40, 120)
    await expect.poll(() => wide(playground)).toBeCloseTo(whole * 3, -1)
    expect(await violations(page)).toEqual([])
    await playground.getByRole('button', { name: 'back to normal size' }).tap()
    await expect.poll(() => wide(playground)).toBeCloseTo(before, 0)
  })

  test('a tap on an object focuses on it, one beside it ends that', async ({ page }) => {
    const playground = await open(page)
    await playground.getByRole('button', { name: 'Whole' }).tap()
    const dict = playground.locator('[data-object]').filter({ hasText: 'dict' }).locator('.heap-title')
    await dict.tap()
    await expect(playground.locator('.heap-object:not(.far) > .heap-title')).toHaveText(['list', 'dict', 'list'])
    await expect(playground.locator('.heap-object.far > .heap-title')).not.toHaveCount(0)
    expect(await violations(page)).toEqual([])
    await playground.getByRole('button', { name: 'Show all again' }).tap()
    await expect(playground.locator('.far')).toHaveCount(0)
  })
})

/** Two fingers on the picture, moved from so many pixels apart to so many. */
async function pinch(page: Page, playground: Locator, from: number, to: number) {
  await stage(playground).scrollIntoViewIfNeeded()
  const box = await stage(playground).boundingBox()
  if (!box) throw new Error('no picture')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  const touches = (apart: number) => [
    { x: x - apart / 2, y, id: 0 },
    { x: x + apart / 2, y, id: 1 },
  ]
  const client = await page.context().newCDPSession(page)
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: touches(from) })
  for (let i = 1; i <= 8; i++) {
    const touchPoints = touches(from + ((to - from) * i) / 8)
    await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints })
    // Each move is drawn before the next one.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
  }
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

test('keys make it larger and smaller; arrows scroll it then, and step as before when it has its normal size', async ({
  page,
}) => {
  const playground = await open(page)
  const before = await wide(playground)
  await stage(playground).focus()
  for (let i = 0; i < 6; i++) await page.keyboard.press('+')
  await expect.poll(() => wide(playground)).toBeGreaterThan(before * 2)
  const shown = await step(playground).textContent()
  const left = await stage(playground).evaluate((element) => element.scrollLeft)
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowLeft')
  await expect.poll(() => stage(playground).evaluate((element) => element.scrollLeft)).toBeLessThan(left)
  await expect(step(playground)).toHaveText(shown ?? '')
  await page.keyboard.press('-')
  await page.keyboard.press('w')
  await expect.poll(() => wide(playground)).toBeLessThanOrEqual(await stage(playground).evaluate((e) => e.clientWidth))
  await page.keyboard.press('0')
  await expect.poll(() => wide(playground)).toBeCloseTo(before, 0)
  await page.keyboard.press('ArrowLeft')
  await expect(step(playground)).not.toHaveText(shown ?? '')
})

test('Ctrl and the wheel zoom about the pointer; the mouse drags', async ({ page }) => {
  const playground = await open(page)
  await stage(playground).scrollIntoViewIfNeeded()
  const box = await stage(playground).boundingBox()
  if (!box) throw new Error('no picture')
  const title = playground.locator('[data-object] > .heap-title').first()
  const spot = await title.boundingBox()
  if (!spot) throw new Error('no object')
  await page.mouse.move(spot.x + 2, spot.y + 2)
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -60)
  await page.keyboard.up('Control')
  await expect(stage(playground)).toHaveClass(/zoomed/)
  await page.keyboard.down('Control')
  for (let i = 0; i < 3; i++) await page.mouse.wheel(0, -60)
  await page.keyboard.up('Control')
  await expect.poll(() => wide(playground)).toBeGreaterThan(box.width)
  // What was under the pointer still is, as near as scrolling can bring it.
  const after = await title.boundingBox()
  expect(Math.abs((after?.x ?? 0) - spot.x)).toBeLessThan(40)
  const scrolled = () => stage(playground).evaluate((element) => element.scrollLeft)
  const left = await scrolled()
  await page.mouse.move(box.x + 300, box.y + 30)
  await page.mouse.down()
  await page.mouse.move(box.x + 180, box.y + 30, { steps: 4 })
  await page.mouse.up()
  expect(await scrolled()).toBeGreaterThan(left)
  await expect(playground.locator('.far')).toHaveCount(0)
})

test('the chosen object is focused on by its key; Escape shows all again', async ({ page }) => {
  const playground = await open(page)
  await playground.getByRole('button', { name: 'dict, count 2' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('l')
  await expect(playground.locator('.heap-object:not(.far) > .heap-title')).toHaveText(['list', 'dict', 'list'])
  await expect(playground.locator('.heap-frame:not(.far)')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(playground.locator('.far')).toHaveCount(0)
  await playground.getByRole('button', { name: 'Focus on dict' }).click()
  await expect(playground.locator('.far')).not.toHaveCount(0)
})

test('ints are objects too, when asked for, at every step', async ({ page }) => {
  const playground = await open(page)
  await expect(playground.locator('[data-object] > .heap-title', { hasText: /^int$/ })).toHaveCount(0)
  await playground.getByLabel('Ints are objects too').check()
  await expect(playground.locator('[data-object] > .heap-title', { hasText: /^int$/ })).toHaveCount(2)
  await expect(playground.locator('[data-object]').filter({ hasText: '1000000000' })).toHaveCount(1)
  await page.keyboard.press('ArrowLeft')
  await expect(playground.locator('[data-object] > .heap-title', { hasText: /^int$/ })).toHaveCount(2)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('v')
  await expect(playground.locator('[data-object] > .heap-title', { hasText: /^int$/ })).toHaveCount(0)
})

test('the picture is saved as SVG that needs nothing else, and as PNG', async ({ page }) => {
  const playground = await open(page, `${SOURCE}setattr(a, '\\x00]]><b>&"', 1)\nsetattr(a, '\\ud800', [])\n`)
  await playground.getByRole('button', { name: 'More' }).click()
  const [svg] = await Promise.all([
    page.waitForEvent('download'),
    playground.getByRole('button', { name: 'Picture as SVG' }).click(),
  ])
  expect(svg.suggestedFilename()).toMatch(/^heapwise-step-\d+\.svg$/)
  const text = readFileSync(await svg.path(), 'utf8')
  expect(text).not.toMatch(/var\(|class=|tabindex|light-dark/)
  // A browser takes it for XML without fault, and finds the title and every box in it.
  const read = await page.evaluate((source) => {
    const { documentElement: root } = new DOMParser().parseFromString(source, 'image/svg+xml')
    return {
      name: root.nodeName,
      title: root.querySelector('title')?.textContent,
      rects: root.querySelectorAll('rect').length,
    }
  }, text)
  expect(read.name).toBe('svg')
  expect(read.title).toMatch(/^Names and objects, step \d+ of \d+, Python 3\.\d+$/)
  expect(read.rects).toBe((await picture(playground).locator('rect').count()) + 1)
  const [png] = await Promise.all([
    page.waitForEvent('download'),
    playground.getByRole('button', { name: 'Picture as PNG' }).click(),
  ])
  const bytes = readFileSync(await png.path())
  expect(bytes.subarray(1, 4).toString()).toBe('PNG')
  const [width] = (await picture(playground).getAttribute('viewBox'))?.split(' ').slice(2).map(Number) ?? [0]
  expect(Math.abs(bytes.readUInt32BE(16) - 2 * width)).toBeLessThanOrEqual(2)
})

test('what is too much is summarised, and what is strange is drawn', async ({ page }) => {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  const playground = await open(
    page,
    `many = [[] for i in range(10000)]
text = 'a' * 10000
deep = []
for i in range(200):
    deep = [deep]
class Node: pass
first = last = Node()
for i in range(499):
    node = Node()
    last.next = node
    last = node
last.next = first
Strange = type('<img src=x onerror=alert(1)>', (), {})
o = Strange()
setattr(o, '</text><script>alert(1)</script>', ['<b>'])
`,
  )
  await expect(picture(playground)).toContainText('9992 more')
  await expect(picture(playground)).toContainText('193 more')
  await expect(picture(playground)).toContainText('onerro…')
  await expect(picture(playground).locator('img, script, b')).toHaveCount(0)
  await expect(playground.locator('.figure-hidden')).toContainText('more objects are not drawn')
  expect(faults).toEqual([])
})

test('in Chinese the picture has the same ways to look at it', async ({ page }) => {
  const playground = await open(page, SOURCE, '/zh-cn/playground/')
  const before = await wide(playground)
  await playground.getByRole('button', { name: '放大' }).click()
  await expect.poll(() => wide(playground)).toBeGreaterThan(before)
  await playground.getByLabel('int 也是对象').check()
  await expect(playground.locator('[data-object] > .heap-title', { hasText: /^int$/ })).not.toHaveCount(0)
  await page.keyboard.press('?')
  await expect(playground.locator('.keys')).toContainText('聚焦于选中的对象')
})

test.describe('a line of the ledger lights its arrow', () => {
  const HELD = `class Node: pass
s = {1}
n = Node()
n.first = s
a = [s] * 12
done = True
`

  for (const [path, word] of [
    ['/playground/', 'light its arrow'],
    ['/zh-cn/playground/', '点亮它的箭头'],
  ] as const) {
    test(`by keys, on ${path}`, async ({ page }) => {
      const playground = await open(page, HELD, path)
      await page.keyboard.press('ArrowLeft')
      const set = playground.locator('[data-object]').filter({ has: page.locator('.heap-title', { hasText: /^set$/ }) })
      await set.locator('.heap-count').focus()
      await page.keyboard.press('Enter')
      const lines = playground.locator('.ledger-list > li')
      const lamps = lines.getByRole('button', { name: word })
      const lit = playground.locator('.heap-arrow.lit')
      // What stands in a row that is not drawn has no arrow, and is no button.
      await expect(lines).toHaveCount(14)
      await expect(lamps).toHaveCount(10)
      await expect(lit).toHaveCount(0)
      const address = await set.getAttribute('data-object')
      const seen = new Set<string>()
      for (let i = 0; i < 10; i++) {
        await lamps.nth(i).focus()
        await page.keyboard.press(i % 2 === 0 ? 'Enter' : ' ')
        await expect(lamps.nth(i)).toHaveAttribute('aria-pressed', 'true')
        await expect(playground.locator('.ledger [aria-pressed=true]')).toHaveCount(1)
        await expect(lit).toHaveCount(1)
        await expect(lit).toHaveAttribute('data-to', address ?? '')
        seen.add((await lit.locator('.heap-way').getAttribute('d')) ?? '')
      }
      expect(seen.size).toBe(10)
      // Not by colour alone: the line is thicker, the row says so with a sign.
      expect(await lit.locator('.heap-way').evaluate((way) => getComputedStyle(way).strokeWidth)).toBe('3.5px')
      expect(await lamps.last().evaluate((lamp) => getComputedStyle(lamp, '::before').content)).toContain('→')
      expect(await violations(page)).toEqual([])
      await page.keyboard.press(' ')
      await expect(lit).toHaveCount(0)
      // It stays lit from step to step, and goes out with the ledger.
      await lamps.first().focus()
      await page.keyboard.press('Enter')
      await expect(lit).toHaveCount(1)
      const before = await step(playground).textContent()
      await page.keyboard.press('ArrowLeft')
      await expect(step(playground)).not.toHaveText(before ?? '')
      await expect(lines).toHaveCount(2)
      await expect(lit).toHaveCount(1)
      await expect(lamps.first()).toHaveAttribute('aria-pressed', 'true')
      await page.keyboard.press('Escape')
      await expect(lit).toHaveCount(0)
    })
  }
})
