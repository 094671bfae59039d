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
    expect(other[0].programs[0].heading).not.toBe(english[0].programs[0].heading)
  }
})

test('a program of a lesson stands below a heading', () => {
  for (const { kind, name, programs } of gallery('en'))
    if (kind === 'lesson') for (const { id, heading } of programs) expect(heading, `${name} ${id}`).not.toBe('')
})
