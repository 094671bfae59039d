/** A sentence to be said: its words stand in content/messages. */
export interface Sentence {
  readonly key: string
  readonly params: Readonly<Record<string, string | number>>
}
