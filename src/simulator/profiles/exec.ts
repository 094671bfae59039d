// The facts by which versions differ about running code from a text.

/** How `exec()` and `eval()` behave. */
export interface ExecFacts {
  /** What a text with a null byte raises. */
  readonly nullBytes: 'ValueError' | 'SyntaxError'
  /** What the globals must be, as the error says it. */
  readonly globalsMustBe: string
  /** The namespaces may be given by name. */
  readonly namedNamespaces: boolean
  /** `compile` takes the name of a module, for its warnings (3.15). */
  readonly compileTakesModule: boolean
  /** What is held while the code runs: 0 nothing, 1 the locals, 2 the globals too. */
  readonly heldNamespaces: 0 | 1 | 2
}
