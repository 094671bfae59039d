import { expect, test } from 'vitest'
import { locales } from '../i18n/locales.ts'
import { exampleIds, gallery } from './gallery.ts'

test.each(locales)('in %s every program of the course is listed once', (locale) => {
  const listed = gallery(locale).flatMap(({ programs }) => programs.map(({ id }) => id))
  expect(listed.length).toBeGreaterThan(100)
  expect(listed.toSorted()).toEqual(exampleIds())
})

test('the languages list the same programs in the same places, each under headings of its own', () => {
  const [english, ...others] = locales.map((locale) => gallery(locale))
  const ids = (places: typeof english) => places.map(({ name, programs }) => [name, programs.map(({ id }) => id)])
  for (const other of others) {
    expect(ids(other)).toEqual(ids(english))
    expect(other[0].programs[1].heading).not.toBe(english[0].programs[1].heading)
  }
})

test('headings tell programs apart: none is shared by many lessons', () => {
  for (const locale of locales) {
    const headings = gallery(locale).map(({ programs }) => new Set(programs.map(({ heading }) => heading)))
    const all = headings.flatMap((some) => [...some]).filter((heading) => heading !== '')
    expect(all.length).toBeGreaterThan(60)
    for (const heading of new Set(all)) expect(all.filter((other) => other === heading).length).toBeLessThanOrEqual(3)
  }
})
