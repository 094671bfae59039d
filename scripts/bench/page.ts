// How fast the built site answers, in Chromium: the times a learner waits for, from the click to the painted picture.
// bench.ts runs it.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright'
import { writeMoment } from '../../components/playground/moment-link.ts'
import { findBrowser } from '../../e2e/browser.mjs'
import { buildIfNeeded } from '../build.mjs'
import { listen } from '../serve.mjs'
import { type Figure, median, shown, table } from './figures.ts'
import type { Laid } from './layout.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** 100,000 steps on some 1,000 objects, as many of them in the picture as there can be. */
const LONG = `tree = [[[[i] for i in range(8)] for j in range(10)] for k in range(12)]
leaves = [leaf for a in tree for b in a for leaf in b]
for i in range(33000):
    leaf = leaves[i % 960]
    leaf[0] = i
print(len(leaves))
`
const JUMPS = 20
const PLAYED_FOR = 8_000
/** Longest a lesson's first picture is waited for, in ms. */
const PATIENCE = 10_000

/** How long a learner may wait, in ms, and what a step may keep, in bytes. */
const GOALS: Readonly<Record<string, number>> = {
  'slider jump to painted': 50,
  'single step to painted': 16,
  'single step to drawn': 16,
  'click on Run to first picture': 100,
  'layout off the main thread': 150,
  'longest task while playing': 50,
  'trace, all of it, a step': 100,
}

/** The times of one kind of thing, in ms. */
interface Times {
  readonly drawn: number[]
  readonly painted: number[]
}

/**
 * Measures the site and adds the figures.
 * @param layoutScript layout.ts, bundled for a browser
 * @returns the table
 */
export async function page(layoutScript: string, figures: Figure[]): Promise<string> {
  if (!(await buildIfNeeded(root))) throw new Error('there is no built site to measure')
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('no Chromium: run `node e2e/browser.mjs`, which gets one')
  const server = await listen({ root: join(root, 'dist'), port: 4700 })
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const browser = await chromium.launch({ executablePath, args })
  const own: Figure[] = []
  try {
    const add = (name: string, of: string, values: readonly number[]) => {
      own.push({ name: `${name}, median`, of, value: median(values), unit: 'ms' })
      own.push({ name: `${name}, longest`, of, value: Math.max(...values), unit: 'ms' })
    }
    const { laid, version } = await laidOut(browser, readFileSync(layoutScript, 'utf8'))
    const of = `${laid.steps} steps, ${laid.drawn} objects drawn`
    process.stderr.write('laid out ')
    const long = await longRun(browser, server.address)
    add('slider jump to drawn', of, long.jumps.drawn)
    add('slider jump to painted', of, long.jumps.painted)
    add('single step to drawn', of, long.steps.drawn)
    add('single step to painted', of, long.steps.painted)
    own.push({ name: 'longest task while playing', of, value: long.longest, unit: 'ms' })
    own.push({ name: 'layout off the main thread', of, value: laid.layout, unit: 'ms' })
    own.push({ name: 'trace, log, a step', of, value: laid.log / laid.steps, unit: 'bytes' })
    own.push({ name: 'trace, all of it, a step', of, value: (laid.log + laid.keyframes) / laid.steps, unit: 'bytes' })
    const first = await lessonRuns(browser, server.address)
    add('click on Run to first picture', `first playground of ${first.length} lessons`, first)
    figures.push(...own)
    const rows = [[`page, Chromium ${version}`, 'measured', 'unit', 'goal']]
    for (const { name, value, unit } of own) {
      const goal = GOALS[name] ?? GOALS[name.replace(/, (median|longest)$/, '')]
      rows.push([name, shown(value), unit, goal === undefined ? '' : `≤ ${goal}`])
    }
    return `${of}\n${table(rows)}`
  } finally {
    await browser.close()
    await server.close()
  }
}

/** The layout and the size of the long run, in a worker of Chromium. */
async function laidOut(browser: Browser, script: string): Promise<{ laid: Laid; version: string }> {
  const page = await browser.newPage()
  const laid = await page.evaluate(
    ([text, source]) =>
      new Promise<Laid>((resolve, reject) => {
        const worker = new Worker(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })))
        worker.onmessage = ({ data }) => resolve(data)
        worker.onerror = ({ message }) => reject(new Error(message))
        worker.postMessage(source)
      }),
    [script, LONG] as const,
  )
  await page.close()
  return { laid, version: browser.version() }
}

async function longRun(browser: Browser, address: string): Promise<{ jumps: Times; steps: Times; longest: number }> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  const moment = await writeMoment({ source: LONG, python: '3.14', step: null, grain: 'line' })
  await page.goto(`${address}/playground/#${moment}`)
  await page.locator('[data-playground][data-ready]').first().waitFor({ state: 'attached' })
  await page.locator('.play-bar button').first().click()
  await page.locator('.transport-step').waitFor({ timeout: 120_000 })
  // The marks are worked out after the run; a learner who waits for them has them by then.
  await page.locator('.mark-legend button').first().waitFor({ timeout: 120_000 })
  const last = Number(await page.locator('.transport input[type=range]').getAttribute('max'))
  // From anywhere to anywhere: multiples of a large odd number.
  const targets = Array.from({ length: JUMPS }, (_, i) => ((i + 1) * 7_368_787) % last)
  const jumps = await timed(page, targets)
  const middle = Math.floor(last / 2)
  await timed(page, [middle])
  const steps = await timed(
    page,
    Array.from({ length: JUMPS }, (_, i) => middle + 1 + i),
  )
  process.stderr.write('stepped ')
  const longest = await playing(page)
  await page.close()
  return { jumps, steps, longest }
}

/** Moves the slider to one step after the other; a step is drawn when the page says so, painted after the frame that shows it. */
function timed(page: Page, targets: readonly number[]): Promise<Times> {
  return page.evaluate(async (wanted) => {
    const slider = document.querySelector<HTMLInputElement>('.transport input[type=range]')
    const shown = document.querySelector('.transport-step')
    if (!slider || !shown) throw new Error('there is no slider')
    const times: { drawn: number[]; painted: number[] } = { drawn: [], painted: [] }
    for (const target of wanted) {
      // From a moment at which nothing else is due.
      await new Promise((resolve) => setTimeout(resolve, 100))
      const start = performance.now()
      const drawn = new Promise<number>((resolve) => {
        const observer = new MutationObserver(() => {
          if (!shown.textContent?.startsWith(`${target} /`)) return
          observer.disconnect()
          resolve(performance.now())
        })
        observer.observe(shown, { childList: true, characterData: true, subtree: true })
      })
      slider.value = String(target)
      slider.dispatchEvent(new Event('input', { bubbles: true }))
      times.drawn.push((await drawn) - start)
      const painted = await new Promise<number>((resolve) =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => resolve(performance.now())
          port2.postMessage(null)
        }),
      )
      times.painted.push(painted - start)
    }
    return times
  }, targets)
}

/** Plays at the fastest speed. @returns the longest task of the main thread in ms; 0 where none took 50 or more */
async function playing(page: Page): Promise<number> {
  await page.locator('.transport-speed select').selectOption({ index: 2 })
  await page.evaluate(() => {
    const tasks: number[] = []
    Reflect.set(globalThis, 'longTasks', tasks)
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    })
  })
  await page.locator('.transport-buttons button').nth(2).click()
  await page.waitForTimeout(PLAYED_FOR)
  return page.evaluate(() => Math.max(0, ...(Reflect.get(globalThis, 'longTasks') as number[])))
}

/** The first program that can be run in each lesson, on a page that has just been opened: from the click to the painted picture. */
async function lessonRuns(browser: Browser, address: string): Promise<number[]> {
  const lessons = join(root, 'dist', 'lessons')
  const names = readdirSync(lessons).filter((name) => existsSync(join(lessons, name, 'index.html')))
  const times: number[] = []
  for (const name of names.sort()) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    await page.goto(`${address}/lessons/${name}/`)
    await page.locator('[data-playground][data-ready]').first().waitFor({ state: 'attached' })
    process.stderr.write(`${name} `)
    const time = await page.evaluate(async (limit) => {
      const runs = [...document.querySelectorAll<HTMLElement>('[data-playground][data-ready]')]
      const open = runs.find((each) => !each.querySelector<HTMLButtonElement>('.play-bar button')?.disabled)
      const button = open?.querySelector<HTMLButtonElement>('.play-bar button')
      if (!open || !button) return null
      open.scrollIntoView({ block: 'center', behavior: 'instant' })
      await new Promise((resolve) => setTimeout(resolve, 500))
      const start = performance.now()
      const drawn = new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          if (!open.querySelector('.transport-step')) return
          observer.disconnect()
          resolve()
        })
        observer.observe(open, { childList: true, subtree: true })
      })
      button.click()
      const isDrawn = await Promise.race([
        drawn.then(() => true),
        new Promise<false>((resolve) => setTimeout(resolve, limit, false)),
      ])
      if (!isDrawn) return null
      return new Promise<number>((resolve) =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => resolve(performance.now() - start)
          port2.postMessage(null)
        }),
      )
    }, PATIENCE)
    if (time !== null) times.push(time)
    await page.close()
  }
  return times
}
