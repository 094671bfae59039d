// The words of the interface: content/messages/<locale>.json, flat dotted keys, `{name}` for what is filled in.
// English defines which keys exist; a key missing elsewhere falls back to English (and `isTranslated` says so, so that
// the caller can mark it with `lang`). For islands, which must not ship every message: `messagesFor(locale, 'stepper.')`
// at build time, `format` in the browser.
import en from '../../content/messages/en.json' with { type: 'json' }
import zhCn from '../../content/messages/zh-cn.json' with { type: 'json' }
import { format, type MessageValues } from './format.ts'
import type { Locale } from './locales.ts'

export type MessageKey = keyof typeof en
export type Translate = (key: MessageKey, values?: MessageValues) => string

const messages: Readonly<Record<Locale, Partial<Record<MessageKey, string>>>> = { en, 'zh-cn': zhCn }

/** `const t = translator(locale)`, then `t('nav.next')` or `t('lesson.minutes', { minutes: 10 })`. */
export function translator(locale: Locale): Translate {
  return (key, values) => format(messages[locale][key] ?? en[key], values)
}

/** Whether `key` has words of its own in `locale`. */
export function isTranslated(locale: Locale, key: MessageKey): boolean {
  return messages[locale][key] !== undefined
}

/** Whether `key` is a message at all: for keys put together from data, such as a lesson's file name. */
export function isMessage(key: string): key is MessageKey {
  return Object.hasOwn(en, key)
}

/** All messages whose key starts with one of `prefixes`, complete in every locale: what an island is given as a prop. */
export function messagesFor(locale: Locale, ...prefixes: string[]): Record<string, string> {
  const wanted = (Object.keys(en) as MessageKey[]).filter((key) => prefixes.some((prefix) => key.startsWith(prefix)))
  return Object.fromEntries(wanted.map((key) => [key, messages[locale][key] ?? en[key]]))
}
