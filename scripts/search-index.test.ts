import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { searchIndex, withWordsMarked } from './search-index.mjs'

test('Chinese words are marked, and nothing else is touched', () => {
  const html = '<html lang="zh-CN"><a href="/zh-cn/">对象的引用</a> and `id`</html>'
  const marked = withWordsMarked(html)
  expect(marked).toContain('对象\u200b的\u200b引用')
  expect(marked.replaceAll('\u200b', '')).toBe(html)
  expect(withWordsMarked('<p>one object</p>')).toBe('<p>one object</p>')
})

test('every file of the index is whole when the build goes on', async () => {
  const site = mkdtempSync(join(tmpdir(), 'search-index-'))
  try {
    writeFileSync(join(site, 'index.html'), '<html lang="en"><body><main>one object</main></body></html>')
    const done = searchIndex().hooks['astro:build:done'] as (build: object) => Promise<void>
    const sizes: string[] = []
    for (let times = 0; times < 60; times++) {
      await done({ dir: pathToFileURL(`${site}/`), logger: { info: () => {} } })
      const files = readdirSync(join(site, 'pagefind'), { recursive: true, encoding: 'utf8' }).sort()
      sizes.push(files.map((file) => `${file} ${statSync(join(site, 'pagefind', file)).size}`).join('\n'))
      rmSync(join(site, 'pagefind'), { recursive: true })
    }
    expect(sizes[0]).toContain('pagefind-component-ui.js')
    expect(sizes[0]).not.toMatch(/ 0$/m)
    expect(new Set(sizes).size).toBe(1)
  } finally {
    rmSync(site, { recursive: true })
  }
}, 60_000)
