import { globSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { defaultLocale, locales } from '../i18n/locales.ts'
import { isMessage } from '../i18n/messages.ts'
import { lessonSlugs, syllabus } from './syllabus.ts'

const written = (locale: string) => globSync(`content/lessons/${locale}/*.mdx`).map((file) => basename(file, '.mdx'))

test('lessons are numbered in reading order', () => {
  expect(lessonSlugs.map((slug) => slug.slice(0, 3))).toEqual(
    lessonSlugs.map((_, index) => `${String(index + 1).padStart(2, '0')}-`),
  )
})

test('every lesson file has its place in the course', () => {
  for (const locale of locales) for (const slug of written(locale)) expect(lessonSlugs).toContain(slug)
})

test('a translation has an English lesson to be a translation of', () => {
  for (const locale of locales) expect(written(defaultLocale)).toEqual(expect.arrayContaining(written(locale)))
})

test('a title stands in one place: in the lesson when it is written, in the messages before that', () => {
  const files = written(defaultLocale)
  for (const slug of lessonSlugs) {
    const announced = [`syllabus.${slug}.title`, `syllabus.${slug}.idea`].filter((key) => isMessage(key))
    expect(announced, slug).toHaveLength(files.includes(slug) ? 0 : 2)
  }
})

test('every part has a name', () => {
  for (const { part } of syllabus) expect(isMessage(`part.${part}`)).toBe(true)
})
