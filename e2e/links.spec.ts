// Every link of every built page: one within the site leads to a page that was built and, where it names a place, to that
// place; one that leads out is well formed. Nothing is fetched.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './journey.ts'

const root = join(import.meta.dirname, '..', 'dist')
const pages = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.html'))
  .sort()

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&#38;': '&',
  '&quot;': '"',
  '&#34;': '"',
  '&#39;': "'",
}
const plain = (text: string) => text.replace(/&(?:amp|quot|#3[849]);/g, (entity) => entities[entity])

/** What a page's tags say in an attribute; scripts and the props of islands are no tags. */
function attribute(html: string, name: string): string[] {
  const tags = html
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .matchAll(/<[a-z][\w-]*(?:\s+[^\s=>]+(?:="[^"]*"|=[^\s"'>]+)?)*/gi)
  return [...tags].flatMap(([tag]) => {
    const found = [...tag.matchAll(/\s([^\s=>]+)="([^"]*)"/g)].find(([, key]) => key === name)
    return found ? [plain(found[2])] : []
  })
}

const ids = new Map<string, Set<string>>()
const textOf = (page: string) => readFileSync(join(root, page), 'utf8')

/** The places of a page that a link may name. */
function placesOf(page: string): Set<string> {
  const known = ids.get(page) ?? new Set(attribute(textOf(page), 'id'))
  ids.set(page, known)
  return known
}

/** Where the site says it stands; links in the head of a page are written out. */
const home = new URL(/<link rel="canonical" href="([^"]*)"/.exec(textOf('index.html'))?.[1] ?? '').origin

/** What is wrong with a link of a page; '' where nothing is. */
function problem(page: string, link: string): string {
  if (/^(mailto|data):/.test(link)) return ''
  const base = `${home}/${page.replace(/index\.html$/, '')}`
  if (!URL.canParse(link, base)) return 'is no address'
  const url = new URL(link, base)
  if (url.origin !== home)
    return url.protocol === 'https:' && url.host.includes('.') ? '' : 'leads out, but not by https'
  const path = decodeURIComponent(url.pathname).slice(1)
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path
  if (!existsSync(join(root, file))) return 'leads to nothing'
  // What stands behind `#` on the playground's page is a program, not a place.
  if (url.hash === '' || !file.endsWith('.html') || url.hash.startsWith('#code=')) return ''
  return placesOf(file).has(decodeURIComponent(url.hash.slice(1))) ? '' : 'names a place that is not there'
}

test('a link that leads nowhere is found', () => {
  expect(
    attribute('<p>a <a class="x" href="/b/?c=1&amp;d" >b</a><script>"<a href=\'/no/\'>"</script>', 'href'),
  ).toEqual(['/b/?c=1&d'])
  expect(problem('index.html', '/lessons/01-names-are-references/')).toBe('')
  expect(problem('index.html', '/lessons/99-nothing/')).toBe('leads to nothing')
  expect(problem('index.html', '/glossary/#no-such-term')).toBe('names a place that is not there')
  expect(problem('index.html', 'http://example.org/')).toBe('leads out, but not by https')
  expect(problem('index.html', 'https://peps.python.org/pep-0442/')).toBe('')
})

test('every link of every page leads somewhere', () => {
  const wrong: string[] = []
  let links = 0
  for (const page of pages)
    for (const link of new Set([...attribute(textOf(page), 'href'), ...attribute(textOf(page), 'src')])) {
      links++
      const said = problem(page, link)
      if (said !== '') wrong.push(`${page}: ${link} ${said}`)
    }
  expect(wrong).toEqual([])
  expect(links).toBeGreaterThan(1000)
})
