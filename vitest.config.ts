// Three sets of tests. `unit` is plain TypeScript. `conformance` compares the simulator with real CPython. `pages`
// renders .astro components and reads the content: its tests are named *.astro.test.ts, and because it starts Astro,
// which takes seconds, it is there only if such tests are.

import { globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig, type TestProjectConfiguration } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))
const everything = '{src,components,content,scripts}/**/*.test.{ts,tsx}'
const conformance = 'src/simulator/conformance/**/*.test.ts'
const pages = '{src,components,content}/**/*.astro.test.ts'

// Wide limits: they are there to end what hangs, not to fail on a busy machine.
const limits = { testTimeout: 180_000, hookTimeout: 180_000 }

// Node runs the TypeScript itself. Through Vite's module runner every call from file to file is a call of a getter: a file
// of simulated programs took 164 s that way and 127 s this way.
const native = { experimental: { viteModuleRunner: false } }

// Tests use every version; only a page's worker fetches the opcodes of one when it is asked for.
const versions = { setupFiles: ['src/simulator/compiler/opcodes/all.ts'] }

const projects: TestProjectConfiguration[] = [
  { test: { ...limits, ...native, ...versions, name: 'unit', include: [everything], exclude: [conformance, pages] } },
  { test: { ...limits, ...native, ...versions, name: 'conformance', include: [conformance] } },
]
if (globSync(pages, { cwd: root }).length > 0) {
  const { getViteConfig } = await import('astro/config')
  projects.push(getViteConfig({ test: { ...limits, name: 'pages', include: [pages] } }))
}

// Both cores of a small machine: by default one is left idle.
export default defineConfig({ test: { projects, maxWorkers: '100%' } })
