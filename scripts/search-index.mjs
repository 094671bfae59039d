// @ts-check
// The index that the site is searched by (Pagefind), made of the pages as they were built: what stands in their <main>,
// without the controls of the programs.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
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
        errors.push(...(await index.writeFiles({ outputPath: join(site, 'pagefind') })).errors)
        await pagefind.close()
        if (errors.length > 0) throw new Error(errors.join('\n'))
        logger.info(`${pages.length} pages read`)
      },
    },
  }
}
