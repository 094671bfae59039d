import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { format } from './format.ts'
import { locales, toLocale } from './locales.ts'
import { isTranslated, type MessageKey, messagesFor, translator } from './messages.ts'

const read = (locale: string): Record<string, string> =>
  JSON.parse(readFileSync(`content/messages/${locale}.json`, 'utf8'))
const english = read('en')
const places = (message: string) => (message.match(/\{\w+\}/g) ?? []).sort()

describe.each(locales)('messages in %s', (locale) => {
  const own = read(locale)

  test('has the same keys as English, in the same order', () => {
    expect(Object.keys(own)).toEqual(Object.keys(english))
  })
  test('fills the same places', () => {
    for (const key of Object.keys(own)) expect(places(own[key]), key).toEqual(places(english[key]))
  })
  test('no message is empty', () => {
    for (const [key, message] of Object.entries(own)) expect(message.trim(), key).not.toBe('')
  })
})

test('the words are those of the language asked for', () => {
  const key: MessageKey = 'nav.next'
  expect(translator('en')(key)).toBe(english[key])
  expect(translator('zh-cn')(key)).toBe(read('zh-cn')[key])
  expect(isTranslated('zh-cn', key)).toBe(true)
})

test('an island gets the messages it asks for and no others', () => {
  const wanted = Object.keys(english).filter((key) => key.startsWith('theme.'))
  expect(Object.keys(messagesFor('zh-cn', 'theme.'))).toEqual(wanted)
})

test('places are filled; one left open is an error', () => {
  expect(format('{a} of {b}, {a}', { a: 1, b: 'two' })).toBe('1 of two, 1')
  expect(() => format('{a} of {b}', { a: 1 })).toThrow('{b}')
})

test('an unknown language is English', () => {
  expect(toLocale(undefined)).toBe('en')
  expect(toLocale('xx')).toBe('en')
  expect(toLocale('zh-cn')).toBe('zh-cn')
})
