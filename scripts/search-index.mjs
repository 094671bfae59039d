// @ts-check
// The index that the site is searched by (Pagefind), made of the pages as they were built: what stands in their <main>,
// without the controls of the programs.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as pagefind from 'pagefind'

const excludeSelectors = [
  'button:not(.term)',
  'select',
  'input',
  '.needs-script',
  '.anchor',
  '.term-definition',
  '.lesson-place',
]

const chinese = new Intl.Segmenter('zh', { granularity: 'word' })

/**
 * A page as it is indexed. Chinese has no spaces between words: they are marked here by the rules the browser takes a query
 * apart with, for Pagefind's own are others, and then a title is not found by its own words.
 * @param {string} html
 */
export function withWordsMarked(html) {
  return html.replace(/\p{Script=Han}+/gu, (text) =>
    Array.from(chinese.segment(text), ({ segment }) => segment).join('\u200b'),
  )
}

/**
 * Writes the index into the folder `pagefind` of the site.
 * @returns {import('astro').AstroIntegration}
 */
export function searchIndex() {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir)
        const { index, errors } = await pagefind.createIndex({ excludeSelectors })
        if (!index) throw new Error(errors.join('\n'))
        const pages = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'))
        for (const sourcePath of pages) {
          const content = withWordsMarked(readFileSync(join(site, sourcePath), 'utf8'))
          errors.push(...(await index.addHTMLFile({ sourcePath: sourcePath.replaceAll('\\', '/'), content })).errors)
        }
        // Not `writeFiles`: it answers before the bytes are on the disk, `close` kills it meanwhile, and a file in so many
        // builds is cut off (Pagefind 1.5.2, its issue 1271).
        const { files, errors: refused } = await index.getFiles()
        await pagefind.close()
        errors.push(...refused)
        if (errors.length > 0) throw new Error(errors.join('\n'))
        for (const { path, content } of files) {
          const file = join(site, 'pagefind', path)
          mkdirSync(dirname(file), { recursive: true })
          writeFileSync(file, content)
        }
        logger.info(`${pages.length} pages read`)
      },
    },
  }
}
