// Moments that are handed on, versions held against each other, programs from a file or from the list, the picture in words.
// What is right is asked of the simulator.

import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { LONGEST, readMoment, type Told, writeMoment } from '../components/playground/moment-link.ts'
import { exampleIds } from '../src/course/gallery.ts'
import { accountOf } from '../src/scene/account.ts'
import { compareRuns } from '../src/scene/compare.ts'
import { tableOf } from '../src/scene/table.ts'
import { Viewer } from '../src/scene/view.ts'
import { defaultProfile, findProfile, type Profile, profiles } from '../src/simulator/profiles/index.ts'
import { RECORD, simulate } from '../src/simulator/simulate.ts'
import { traceFromJson, traceToJson } from '../src/trace/json.ts'
import type { Trace } from '../src/trace/trace.ts'
import { violations } from './axe.ts'
import { expect, type Locator, type Page, test } from './journey.ts'

const versions = profiles.map(({ name }) => name)
const latest = defaultProfile.name
const [older] = versions.slice(versions.indexOf(latest) - 2)

/** Prints other counts in other versions, and holds other counts while it runs. */
const SOURCE = `import sys
def count(x):
    return sys.getrefcount(x)

def start():
    items = [1, 2]
    print(count(items))
    other = items
    print(count(other))

start()
box = [[1], {'key': [2]}]
box.append(box)
`

function profileOf(python: string): Profile {
  const profile = findProfile(python)
  if (!profile) throw new Error(`no ${python}`)
  return profile
}

function viewerOf(source: string, python: string = latest): Viewer {
  const { trace } = simulate({ source, filename: 'main.py', profile: profileOf(python), record: RECORD })
  if (!trace) throw new Error('no trace')
  return new Viewer(trace)
}

/**
 * What a trace says, and what is seen of it at each instruction. How its log comes to that is not the same before and after the
 * faster loop has come (vm/evalframe.ts).
 */
function contentOf(trace: Trace) {
  const { log: _log, keyframes: _keyframes, ...rest } = trace
  const viewer = new Viewer(trace)
  return { ...rest, views: viewer.momentsBy('instruction').map((_, i) => viewer.at(i, 'instruction')) }
}

/** Opens what a link carries. */
async function open(page: Page, moment: Partial<Told>, path = '/playground/'): Promise<Locator> {
  await page.goto(
    `${path}#${await writeMoment({ source: SOURCE, python: latest, step: null, grain: 'line', ...moment })}`,
  )
  const playground = page.locator('[data-playground]').first()
  await expect(playground).toHaveAttribute('data-ready', '')
  return playground
}

const step = (playground: Locator) => playground.locator('.transport-step')
const output = (playground: Locator) => playground.locator('.output pre')

/** Nothing for axe to find, by day and by night. */
async function sound(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  expect(await violations(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await violations(page, ['color-contrast'])).toEqual([])
}

async function fits(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 700 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
}

test('a link keeps the open view and the chosen object, and one with nonsense in it does no harm', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const viewer = viewerOf(SOURCE)
  const shown = viewer.momentAfter(12)
  const playground = await open(page, { step: shown })
  await expect(step(playground)).toHaveText(`${shown} / ${viewer.last}`)
  await playground.getByRole('button', { name: 'list, count 1' }).first().click()
  await playground.getByRole('button', { name: 'Memory', exact: true }).click()
  await expect(playground.locator('.memory')).toContainText('The selected list is at')
  // Only beside the picture do its rows light arrows.
  const ledger = await playground.locator('.ledger-list').textContent()
  const place = await playground.getByText('The selected list is at').textContent()
  await playground.getByRole('button', { name: 'Copy link' }).click()
  await expect(playground.getByText('Link copied')).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  await page.goto('/')
  await page.goto(link)
  await expect(step(playground)).toHaveText(`${shown} / ${viewer.last}`)
  await expect(playground.getByText('The selected list is at')).toHaveText(place ?? '')
  await expect(playground.locator('.ledger-list')).toHaveText(ledger ?? '')
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  for (const [tab, object] of [
    ['memory', '4294967295'],
    ['objects', '3'],
    ['<script>', '-1'],
    ['collector', '16'],
  ]) {
    await page.goto('/')
    const other = new URLSearchParams({ tab, object })
    const good = await writeMoment({ source: SOURCE, python: latest, step: 2, grain: 'line' })
    await page.goto(`/playground/#${good}&${other}`)
    await expect(step(playground)).toHaveText(`2 / ${viewer.last}`)
    await expect(playground.locator('.ledger')).toHaveCount(0)
    await playground.getByRole('button', { name: 'One step on' }).click()
    await expect(step(playground)).toHaveText(`3 / ${viewer.last}`)
  }
  expect(errors).toEqual([])
})

test('two versions: the first differences are pointed at, and a click goes there', async ({ page }) => {
  const [one, other] = [viewerOf(SOURCE), viewerOf(SOURCE, older)]
  const { output: outputs, counts, rows } = compareRuns(SOURCE, accountOf(one), accountOf(other))
  if (!counts || outputs.different === 0) throw new Error('this journey needs two versions that differ')
  const playground = await open(page, { step: 0 })
  await playground.getByRole('button', { name: 'Versions', exact: true }).click()
  await playground.locator('.versions-choice select').selectOption(older)
  const finding = playground.locator('.output-finding')
  await expect(finding).toContainText(`differs first in its line ${outputs.different}.`)
  for (const side of [0, 1])
    await expect(finding.locator('dd').nth(side).locator('code')).toHaveText(outputs.first[side]?.text ?? '')
  await expect(playground.locator('.count-finding')).toContainText(`differ first after line ${counts.line}.`)
  for (const side of [0, 1]) {
    const [named] = counts.names
    await expect(playground.locator('.count-finding dd').nth(side)).toContainText(
      `${named.name} ${named.counts[side].refcnt}`,
    )
  }
  await expect(playground.locator('.versions-lines > li')).toHaveCount(rows.length)
  await expect(playground.locator('.versions-lines > .different')).toHaveCount(
    rows.filter(({ differs }) => differs).length,
  )
  await sound(page)
  await playground.locator('.count-finding').getByRole('button', { name: 'show this step', exact: true }).click()
  await expect(step(playground)).toHaveText(`${one.stepAt(counts.moments[0], 'line')} / ${one.last}`)
  await finding.getByRole('button', { name: `show this step under ${older}` }).click()
  await expect(playground.getByLabel('Python version')).toHaveValue(older)
  await expect(step(playground)).toHaveText(`${other.stepAt(outputs.first[1]?.moment ?? -1, 'line')} / ${other.last}`)
  for (const width of [360, 320]) await fits(page, width)
})

test('two versions that do the same are said to; one that refuses the program says why', async ({ page }) => {
  const playground = await open(page, { source: "a = ['x']\nprint(a)\n", step: 0, panel: 'versions', beside: older })
  const findings = playground.locator('.versions-findings')
  await expect(findings).toContainText('No difference in the output')
  await expect(findings).toContainText('No difference in the counts')
  await expect(findings.locator('.finding')).toHaveCount(0)
  await page.goto('/')
  const newer = 'type Whole = int\nprint(Whole)\n'
  const oldest = versions[0]
  expect(simulate({ source: newer, profile: profileOf(oldest) }).outcome.kind).toBe('syntax_error')
  await open(page, { source: newer, step: 0, panel: 'versions', beside: oldest })
  await expect(playground.locator('.versions-outputs')).toContainText('SyntaxError')
  await expect(findings).toContainText('differs first in its line 1')
  // Nothing is said of counts that there are none of.
  await expect(findings).toContainText(`${oldest} with no line.`)
  await expect(findings).not.toContainText('No difference')
  await page.goto('/')
  await open(page, { step: 0, panel: 'versions', beside: older }, '/zh-cn/playground/')
  await expect(findings).toContainText('输出从第')
  await sound(page)
})

test.describe('a frame on another page', () => {
  test.use({ viewport: { width: 900, height: 800 } })

  test('shows the moment its code carries, follows the system, and leads here', async ({ page, context, baseURL }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const viewer = viewerOf(SOURCE)
    const playground = await open(page, { step: 5 })
    await playground.getByRole('button', { name: 'More' }).click()
    await sound(page)
    await playground.getByRole('button', { name: 'Copy code to embed' }).click()
    await expect(playground.getByText('Code copied')).toBeVisible()
    const code = await page.evaluate(() => navigator.clipboard.readText())
    // A page of somebody else's, on a server of its own.
    const server = createServer((_, response) => {
      response.setHeader('Content-Type', 'text/html')
      response.end(`<!doctype html><html lang="en"><title>A course</title><h1>A course</h1>${code}</html>`)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    try {
      await page.evaluate(() => localStorage.setItem('heapwise.theme', 'light'))
      await page.emulateMedia({ colorScheme: 'dark' })
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
      const frame = page.frameLocator('iframe')
      await expect(frame.locator('.transport-step')).toHaveText(`5 / ${viewer.last}`)
      await expect(page.locator('iframe')).toHaveAttribute('title', /Heapwise/)
      const ground = await frame.locator('html').evaluate((html) => getComputedStyle(html).colorScheme)
      expect(ground).toBe('light dark')
      await expect(frame.locator('html')).not.toHaveAttribute('data-theme')
      await frame.getByRole('button', { name: 'One step on' }).click()
      await expect(frame.locator('.transport-step')).toHaveText(`6 / ${viewer.last}`)
      const opened = context.waitForEvent('page')
      await frame.getByRole('link', { name: 'Open in Heapwise' }).click()
      const out = await opened
      await expect(out.locator('.transport-step')).toHaveText(`6 / ${viewer.last}`)
      expect(out.url().startsWith(`${baseURL}/playground/#`)).toBe(true)
    } finally {
      server.close()
    }
  })

  test('is sound in both languages and no wider than a narrow column; Reset leads back to its own program', async ({
    page,
  }) => {
    for (const path of ['/embed/', '/zh-cn/embed/']) {
      await page.goto('/')
      const playground = await open(page, { step: 5 }, path)
      await expect(step(playground)).toHaveText(/^5 /)
      await expect(page.locator('header, footer, nav')).toHaveCount(0)
      await sound(page)
      await fits(page, 320)
    }
    const playground = page.locator('[data-playground]')
    const lines = playground.locator('.program code')
    const text = await lines.allTextContents()
    await playground.locator('.play-bar button').nth(1).click()
    await playground.locator('.view-line').first().click()
    await page.keyboard.press('Control+a')
    await page.keyboard.insertText('x = 1\n')
    await playground.getByRole('button', { name: '还原' }).click()
    await expect(lines).toHaveText(text)
  })

  test('without JavaScript it says what it cannot do', async ({ browser, baseURL }) => {
    const page = await browser.newPage({ javaScriptEnabled: false })
    await page.goto(`${baseURL}/embed/`)
    await expect(page.locator('noscript p').filter({ visible: true })).toContainText('JavaScript is off')
    await expect(page.locator('.program')).toBeHidden()
    await expect(page.locator('noscript a').filter({ visible: true })).toHaveText('Open in Heapwise')
    await page.close()
  })
})

test('the list of programs is filtered by keyboard and opens each in the playground', async ({ page }) => {
  await page.goto('/playground/')
  await page.getByRole('link', { name: 'all programs of the course' }).click()
  const programs = page.locator('[data-gallery-program]:visible')
  await expect(programs).toHaveCount(exampleIds().length)
  const field = page.getByRole('searchbox')
  await field.focus()
  // By text beyond the lines that are shown, by lesson, by idea.
  await page.keyboard.type('KINDER del')
  await expect(page.getByRole('status')).toHaveText('No program has all of these words.')
  await expect(programs).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(programs).toHaveCount(exampleIds().length)
  for (const [words, id] of [
    ['weak references', 'weakrefs/ring'],
    ['cycles gc.collect', 'cycles/list-ring'],
    ['lru_cache', 'leaks/cache'],
  ]) {
    await field.fill(words)
    await expect(page.locator('.gallery-id:visible').filter({ hasText: id })).toHaveCount(1)
    expect(await programs.count()).toBeLessThan(exampleIds().length / 2)
  }
  await sound(page)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const playground = page.locator('[data-playground]').first()
  const source = readFileSync(new URL('../content/examples/leaks/cache.py', import.meta.url), 'utf8')
  await expect(playground.locator('.program')).toContainText(source.split('\n')[0])
  await expect(playground.getByLabel('Python version')).toHaveValue(latest)
  expect(await readMoment(new URL(page.url()).hash, versions)).toMatchObject({ python: latest })
  await page.goto('/zh-cn/examples/')
  await page.getByRole('searchbox').fill('弱引用')
  expect(await programs.count()).toBeGreaterThan(0)
  await sound(page)
})

test('without JavaScript the list of programs is there, and the field is not', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ javaScriptEnabled: false })
  await page.goto(`${baseURL}/examples/`)
  await expect(page.locator('[data-gallery-program]')).toHaveCount(exampleIds().length)
  await expect(page.locator('[data-gallery-field]')).toBeHidden()
  await page.close()
})

test('a file is opened by button and by drop; what is no program is refused', async ({ page }) => {
  await page.goto('/playground/')
  const playground = page.locator('[data-playground]').first()
  await expect(playground).toHaveAttribute('data-ready', '')
  const said = playground.locator('.file-said')
  const choose = async (name: string, buffer: Buffer) => {
    await playground.getByRole('button', { name: 'More' }).click()
    const chooser = page.waitForEvent('filechooser')
    await playground.getByRole('button', { name: 'Open a .py file' }).click()
    await (await chooser).setFiles({ name, mimeType: 'text/x-python', buffer })
  }
  await choose('sum.py', Buffer.from('print(20 + 22)\r\n'))
  await expect(output(playground)).toHaveText('42')
  await expect(said).toHaveText('Opened: sum.py')
  for (const [name, buffer, why] of [
    ['picture.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff]), /no text in UTF-8/],
    ['long.py', Buffer.from('#'.repeat(LONGEST + 1)), /too large/],
    ['nothing.py', Buffer.from(''), /is empty/],
  ] as const) {
    await choose(name, buffer)
    await expect(said).toContainText(why)
    await expect(output(playground)).toHaveText('42')
  }
  await sound(page)
  const drop = async (name: string, text: string) => {
    const files = await page.evaluateHandle(
      ([name, text]) => {
        const data = new DataTransfer()
        data.items.add(new File([text], name, { type: 'text/x-python' }))
        return data
      },
      [name, text],
    )
    await page.dispatchEvent('h1', 'dragover', { dataTransfer: files })
    await expect(page.locator('html')).toHaveAttribute('data-dropping', '')
    await page.dispatchEvent('h1', 'drop', { dataTransfer: files })
    await expect(page.locator('html')).not.toHaveAttribute('data-dropping')
  }
  await drop('hello.py', "print('<b>dropped</b>')\n")
  await expect(output(playground)).toHaveText('<b>dropped</b>')
  await drop('<img src=x onerror=alert(1)>.py', '\0')
  await expect(said).toContainText('<img src=x onerror=alert(1)>.py is no text')
})

test('the run is saved as the JSON that the command line writes', async ({ page }) => {
  const playground = await open(page, { step: 3 })
  await expect(step(playground)).toHaveText(/^3 /)
  await playground.getByRole('button', { name: 'More' }).click()
  const download = page.waitForEvent('download')
  await playground.getByRole('button', { name: 'Save the run as JSON' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe(`heapwise-${latest}.trace.json`)
  const text = readFileSync(await file.path(), 'utf8')
  const trace = traceFromJson(text)
  expect(trace.source).toBe(SOURCE)
  expect(traceToJson(trace)).toBe(text)
  expect(contentOf(trace)).toEqual(contentOf(viewerOf(SOURCE).trace))
})

test('both streams stand in the order in which they were written', async ({ page }) => {
  const source = "import sys\nprint('one')\nprint('two', file=sys.stderr)\nprint('three')\n[][0]\n"
  const playground = await open(page, { source, step: 99 })
  await expect(output(playground)).toContainText(/one\s*two\s*three\s*Traceback/)
  await expect(output(playground).locator('.output-error').first()).toHaveText('two')
  await output(playground).getByRole('button', { name: 'line 5' }).click()
  await expect(output(playground)).toHaveText(/one\s*two\s*three\s*$/)
})

test('the picture as a table says all that the picture shows, and each step is told', async ({ page }) => {
  const viewer = viewerOf(SOURCE)
  const playground = await open(page, { step: 0 })
  await expect(step(playground)).toHaveText(`0 / ${viewer.last}`)
  await playground.getByText('The picture as a table').click()
  const table = playground.locator('.scene-table')
  for (let at = 1; at <= viewer.last; at++) {
    await playground.getByRole('button', { name: 'One step on' }).click()
    await expect(playground.locator('.figure-said')).toContainText(`step ${at} of ${viewer.last}`)
    const { frames, objects } = tableOf(viewer.at(at).scene)
    await expect(table.locator('table').first().locator('tbody tr')).toHaveCount(frames.length)
    const rows = table.locator('table').nth(1).locator('tbody tr')
    await expect(rows).toHaveCount(objects.length)
    for (const [i, { box, name, held }] of objects.entries()) {
      await expect(rows.nth(i).getByRole('rowheader')).toHaveText(`${name.type} ${name.way}`.trim())
      if (box.state !== 'freed')
        await expect(rows.nth(i).getByRole('cell').first()).toContainText(box.immortal ? '∞' : String(box.refcnt))
      for (const { to } of held) if (to) await expect(rows.nth(i)).toContainText(`→ ${to.type} ${to.way}`.trim())
    }
  }
  await expect(playground.locator('.figure-said')).toHaveAttribute('aria-live', 'polite')
  await expect(playground.locator('.figure-said')).toHaveAttribute('aria-atomic', 'true')
  await sound(page)
  await fits(page, 320)
})
