import { expect, test } from 'vitest'
import { locales } from '../i18n/locales.ts'
import { authoredHref, href, lessonPage, pageOf } from './routes.ts'

const base = '/'

test('English has no prefix, other languages have theirs', () => {
  expect(href('en')).toBe(base)
  expect(href('zh-cn')).toBe(`${base}zh-cn/`)
  expect(href('zh-cn', lessonPage('07-copies'))).toBe(`${base}zh-cn/lessons/07-copies/`)
})

test('a page leads back to itself in every language', () => {
  for (const page of ['', 'playground/', lessonPage('01-names-are-references')]) {
    for (const locale of locales) expect(pageOf(href(locale, page))).toBe(page)
  }
})

test('a page whose name begins like a language is not taken for one', () => {
  expect(pageOf(`${base}zh-cnx/`)).toBe('zh-cnx/')
  expect(pageOf(`${base}zh-cn`)).toBe('')
})

test("what authors write: only addresses of this site are led to the reader's language", () => {
  expect(authoredHref('zh-cn', '/playground/')).toBe(`${base}zh-cn/playground/`)
  for (const other of ['https://peps.python.org/pep-0683/', '//example.org/', '#a-section', '../x/']) {
    expect(authoredHref('zh-cn', other)).toBe(other)
  }
})
