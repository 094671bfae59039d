// How fast the built site answers, in Chromium: the times a learner waits for, from the click to the painted picture.
// bench.ts runs it.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
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
/** How often the long program is laid out, each time in a worker that has done nothing yet. */
const LAYOUTS = 5
const PLAYED_FOR = 8_000
/** Longest one thing is waited for, in ms: what takes longer ends the measurement, and is named. */
const PATIENCE = 60_000
/** How long a learner has had a program before their eyes when they run it, in ms. */
const READING = 2000

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
  const start = () => chromium.launch({ executablePath, args })
  const browser = await start()
  const own: Figure[] = []
  try {
    const add = (name: string, of: string, values: readonly number[]) => {
      own.push({ name: `${name}, least`, of, value: Math.min(...values), unit: 'ms' })
      own.push({ name: `${name}, median`, of, value: median(values), unit: 'ms' })
      own.push({ name: `${name}, longest`, of, value: Math.max(...values), unit: 'ms' })
    }
    own.push({ name: 'load of the machine before', value: loadavg()[0], unit: 'processes' })
    const script = readFileSync(layoutScript, 'utf8')
    const layouts: number[] = []
    for (let i = 1; i < LAYOUTS; i++) layouts.push((await within('a layout', laidOut(browser, script))).laid.layout)
    const { laid, version } = await within('the layout', laidOut(browser, script))
    layouts.push(laid.layout)
    const of = `${laid.steps} steps, ${laid.drawn} objects drawn`
    process.stderr.write('laid out ')
    const long = await longRun(browser, server.address)
    own.push({ name: 'click on Run to first picture of all steps', of, value: long.first, unit: 'ms' })
    add('slider jump to drawn', of, long.jumps.drawn)
    add('slider jump to painted', of, long.jumps.painted)
    add('single step to drawn', of, long.steps.drawn)
    add('single step to painted', of, long.steps.painted)
    own.push({ name: 'longest task while playing', of, value: long.longest, unit: 'ms' })
    add('layout off the main thread', of, layouts)
    own.push({ name: 'trace, log, a step', of, value: laid.log / laid.steps, unit: 'bytes' })
    own.push({ name: 'trace, all of it, a step', of, value: (laid.log + laid.keyframes) / laid.steps, unit: 'bytes' })
    // In a browser of its own: the other one is still busy giving back what the long program took.
    await browser.close()
    const fresh = await start()
    const first = await lessonRuns(fresh, server.address).finally(() => fresh.close())
    add('click on Run to first picture', `first playground of ${first.length} lessons`, first)
    own.push({ name: 'load of the machine after', value: loadavg()[0], unit: 'processes' })
    figures.push(...own)
    const rows = [[`page, Chromium ${version}`, 'measured', 'unit', 'goal']]
    for (const { name, value, unit } of own) {
      const goal = GOALS[name] ?? GOALS[name.replace(/, (least|median|longest)$/, '')]
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

/** @throws Error that says what took too long */
async function within<T>(what: string, done: Promise<T>): Promise<T> {
  let clock: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    clock = setTimeout(() => reject(new Error(`${what} took more than ${PATIENCE / 1000} s`)), PATIENCE)
  })
  try {
    return await Promise.race([done, late])
  } finally {
    clearTimeout(clock)
  }
}

/** What is measured on the long program. */
interface LongRun {
  readonly first: number
  readonly jumps: Times
  readonly steps: Times
  readonly longest: number
}

async function longRun(browser: Browser, address: string): Promise<LongRun> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  const moment = await writeMoment({ source: LONG, python: '3.14', step: null, grain: 'line' })
  await page.goto(`${address}/playground/#${moment}`)
  const playground = page.locator('[data-playground][data-ready]').first()
  await playground.waitFor({ state: 'attached' })
  const first = await firstPicture(page, 'the first picture of the long program')
  // The marks are worked out after the run; a learner who waits for them has them by then.
  await page.locator('.mark-legend button').first().waitFor({ timeout: PATIENCE })
  const last = Number(await page.locator('.transport input[type=range]').getAttribute('max'))
  // From anywhere to anywhere: multiples of a large odd number.
  const targets = Array.from({ length: JUMPS }, (_, i) => ((i + 1) * 7_368_787) % last)
  const jumps = await within('jumps', timed(page, targets))
  const middle = Math.floor(last / 2)
  const steady = Array.from({ length: JUMPS }, (_, i) => middle + 1 + i)
  await within('a jump', timed(page, [middle]))
  const steps = await within('steps', timed(page, steady))
  process.stderr.write('stepped ')
  const longest = await playing(page)
  await page.close()
  return { first, jumps, steps, longest }
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

/** The first program of each lesson, on a page that has just been opened and scrolled to it. */
async function lessonRuns(browser: Browser, address: string): Promise<number[]> {
  const lessons = join(root, 'dist', 'lessons')
  const names = readdirSync(lessons).filter((name) => existsSync(join(lessons, name, 'index.html')))
  const times: number[] = []
  for (const name of names.sort()) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    await page.goto(`${address}/lessons/${name}/`)
    await page.locator('[data-playground][data-ready]').first().waitFor({ state: 'attached' })
    const time = await firstPicture(page, `the first picture of ${name}`)
    times.push(time)
    process.stderr.write(`${name} ${shown(time)} `)
    await page.close()
  }
  return times
}

/**
 * Runs the first program of a page: from the click on "Run" to the painted picture, in ms. A program about which something
 * is asked is run by the button that shows the answers.
 */
function firstPicture(page: Page, what: string): Promise<number> {
  const measured = page.evaluate(async (reading) => {
    const playground = document.querySelector<HTMLElement>('[data-playground][data-ready]')
    const shows = playground?.querySelector<HTMLButtonElement>('.predict-panel button.quiet')
    const runs = shows ?? playground?.querySelector<HTMLButtonElement>('.play-bar button:enabled')
    if (!playground || !runs) throw new Error('there is nothing to run')
    playground.scrollIntoView({ block: 'center', behavior: 'instant' })
    await new Promise((resolve) => setTimeout(resolve, reading))
    const start = performance.now()
    const drawn = new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (!playground.querySelector('.transport-step')) return
        observer.disconnect()
        resolve()
      })
      observer.observe(playground, { childList: true, subtree: true })
    })
    runs.click()
    await drawn
    return new Promise<number>((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve(performance.now() - start)
        port2.postMessage(null)
      }),
    )
  }, READING)
  return within(what, measured)
}
