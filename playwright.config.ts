// The learner's journeys, in a real browser against the built site. Run them with `npm test -- e2e`, which also gets a
// browser; `npx playwright test` needs a built site and a browser that are there.

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'playwright/test'
import { findBrowser } from './e2e/browser.mjs'
import { freePort } from './scripts/serve.mjs'

if (!existsSync(fileURLToPath(new URL('dist/index.html', import.meta.url)))) {
  throw new Error('There is no built site: run `npm run build` first.')
}

// Playwright loads this file again in each of its workers; what the first load found is handed on by the environment.
process.env.HEAPWISE_CHROMIUM ??= findBrowser()
const executablePath = process.env.HEAPWISE_CHROMIUM
if (!executablePath) throw new Error('No Chromium found: run `node e2e/browser.mjs`, which gets one.')
process.env.HEAPWISE_E2E_PORT ??= String(await freePort())
const port = process.env.HEAPWISE_E2E_PORT
const baseURL = `http://localhost:${port}`

// Nothing but our own server may be reached: a journey that needs the network fails here, not at a learner's.
const offline = [
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: true,
  // Only where the browser had stopped drawing: e2e/journey.ts.
  retries: 1,
  workers: 2,
  // Wide limits: they are there to end what hangs, not to fail on a busy machine.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    baseURL,
    actionTimeout: 60_000,
    browserName: 'chromium',
    // A service worker would answer from an earlier journey's store; the offline journey allows it for itself.
    serviceWorkers: 'block',
    locale: 'en-US',
    // A trace of every journey, kept only of those that fail, costs more time than the journeys themselves have.
    screenshot: 'only-on-failure',
    launchOptions: { executablePath, args: [...offline, ...asRoot] },
  },
  webServer: {
    // Playwright stops its server when it ends in good order; --while also covers the other ends.
    command: `node scripts/serve.mjs --port ${port} --while ${process.pid}`,
    url: baseURL,
    timeout: 120_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 2000 },
  },
})
