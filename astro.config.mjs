// The build of the site: markdown, islands, languages, security policy. Addresses come from the environment so that
// the same source can be served from a domain's root or from a folder (SITE_URL=https://example.org BASE_PATH=/heapwise).
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { satteri } from '@astrojs/markdown-satteri'
import mdx from '@astrojs/mdx'
import preact from '@astrojs/preact'
import { defineConfig } from 'astro/config'
import { lateCode } from './scripts/latecode/plugin.ts'
import { searchIndex } from './scripts/search-index.mjs'
import { lessonMarkdown } from './src/course/lesson-markdown.ts'
import { defaultLocale, locales } from './src/i18n/locales.ts'

const root = fileURLToPath(new URL('.', import.meta.url))

/** The inline script that runs before the first paint. Astro does not hash `is:inline` scripts, so its hash is added here. */
const beforePaint = readFileSync(new URL('./src/layouts/before-paint.js', import.meta.url), 'utf8')
const beforePaintHash = /** @type {const} */ (`sha256-${createHash('sha256').update(beforePaint).digest('base64')}`)

/**
 * Keeps the stylesheet of a chunk that is only ever imported dynamically (the editor's).
 * Astro deletes a stylesheet that no page links: for a chunk an island loads on demand it calls that CSS orphaned, without a
 * word, and the editor is unstyled in the build though right in `astro dev`. A stylesheet that is also listed among
 * a chunk's imported *assets* is left alone, and Vite's preloader still links it together with the chunk.
 * @returns {import('vite').Plugin}
 */
function keepCssOfLazyChunks() {
  return {
    name: 'keep-css-of-lazy-chunks',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'client',
    generateBundle: {
      order: 'pre',
      handler(_options, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk') continue
          const found = chunk.viteMetadata
          for (const sheet of found?.importedCss ?? []) found?.importedAssets.add(sheet)
        }
      },
    },
  }
}

export default defineConfig({
  site: process.env.SITE_URL ?? 'http://localhost:4321',
  base: process.env.BASE_PATH ?? '/',
  i18n: { locales: [...locales], defaultLocale, routing: { prefixDefaultLocale: false } },
  integrations: [preact(), mdx(), searchIndex()],
  markdown: {
    // Python's `--` and quotes must stay as typed, also in prose.
    processor: satteri({ mdastPlugins: lessonMarkdown, features: { smartPunctuation: false } }),
    // Every colour comes from src/styles/tokens.css, code included: one block serves both themes.
    shikiConfig: { theme: 'css-variables' },
  },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "worker-src 'self'",
        "img-src 'self' data:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'none'",
      ],
      // The editor creates style elements and attributes, highlighted code carries style attributes. Scripts stay strict.
      styleDirective: { resources: ["'self'", "'unsafe-inline'"] },
      // The search compiles its WebAssembly; nothing evaluates text.
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"], hashes: [beforePaintHash] },
    },
  },
  devToolbar: { enabled: false },
  vite: {
    plugins: [keepCssOfLazyChunks()],
    // The simulator's worker fetches parts of the library when a program needs them, and what few programs run.
    worker: { format: 'es', plugins: () => [lateCode(root, 'src/simulator/worker.ts')] },
    build: {
      // The editor is one large chunk, loaded only when someone edits.
      chunkSizeWarningLimit: 3600,
      rolldownOptions: {
        onLog(level, log, report) {
          // One per lesson: MDX output starts with a JSX pragma that the bundler takes for a directive.
          if (log.code === 'MODULE_LEVEL_DIRECTIVE') return
          report(level, log)
        },
      },
    },
  },
})
