// The words an island is given, by key, and how it fills their places.

import { format, type MessageValues } from '../../src/i18n/format.ts'

/** Words by key; a key without words shows itself, so that it is noticed. */
export type Say = (key: string, values?: MessageValues) => string

/** Reads words from what the page handed over. */
export function wordsFrom(messages: Readonly<Record<string, string>>): Say {
  return (key, values) => format(messages[key] ?? key, values)
}
