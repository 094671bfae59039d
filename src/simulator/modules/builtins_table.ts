// Names CPython's builtins module has and ours does not yet: refused by name instead of a NameError that would be wrong.

import { Stop } from '../heap/pystate.ts'

const NOT_YET = new Set('help open UnicodeTranslateError PythonFinalizationError'.split(' '))

/** Stops the program if `name` is a built-in that is not simulated. */
export function refuseBuiltin(name: string): void {
  if (NOT_YET.has(name)) throw new Stop({ kind: 'unsupported', feature: `\`${name}\`` })
}
