// Fills the places of a message. Alone in its file because islands ship it.

export type MessageValues = Readonly<Record<string, string | number>>

/**
 * `format('{count} of {total}', { count: 3, total: 24 })` is `'3 of 24'`.
 * @throws Error when the message has a place that `values` does not fill: better a failed build than braces on a page.
 */
export function format(message: string, values: MessageValues = {}): string {
  return message.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`Nothing to put at {${name}} in the message "${message}"`)
    return String(value)
  })
}
