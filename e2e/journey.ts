// The `test` of every journey. On a busy machine a browser without a screen may stop drawing for good: scripts run,
// but no frame is drawn any more, and whatever waits for one waits for ever (seen with Chromium 156, with its GPU process
// and without, about once in a hundred pages under a load of twenty). Such a journey is made again in a new browser. Any
// other failure is one.

import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test as base, type Page } from 'playwright/test'

export { expect, type Locator, type Page } from 'playwright/test'

/** How long a frame is waited for, in ms. */
const PATIENCE = 5000

export const test = base.extend<{ drawing: undefined }>({
  drawing: [
    async ({ page }, use, info) => {
      const stall = join(info.project.outputDir, 'stalled', info.testId)
      if (info.retry > 0 && !existsSync(stall)) throw new Error('it has failed in a browser that draws: see above')
      await use(undefined)
      if (info.status === info.expectedStatus || !(await hasStalled(page))) return
      mkdirSync(dirname(stall), { recursive: true })
      writeFileSync(stall, '')
    },
    { auto: true },
  ],
})

/** Whether scripts run in a page and no frame is drawn. */
async function hasStalled(page: Page): Promise<boolean> {
  const stalled = page.evaluate(
    (patience) =>
      new Promise<boolean>((resolve) => {
        requestAnimationFrame(() => resolve(false))
        setTimeout(() => resolve(true), patience)
      }),
    PATIENCE,
  )
  // A page whose own script hangs does not answer at all.
  const hangs = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 2 * PATIENCE))
  return Promise.race([stalled, hangs]).catch(() => false)
}
