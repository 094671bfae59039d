// What `import` finds: the page "Which Python runs here" shows the simulator's own table of modules.

import { builtinModules, knownModules, pythonModules } from '../simulator/modules/config.ts'

/** Names a program can import, in alphabetical order. What only other modules import is left out, and what is in a package. */
export const importable: readonly string[] = [...new Set([...builtinModules, ...pythonModules].map(({ name }) => name))]
  .filter((name) => !name.startsWith('_') && !name.includes('.'))
  .sort()

/** Modules of CPython's library that are refused by name. */
export const refused: readonly string[] = [...knownModules]
  .filter(([name]) => !importable.includes(name))
  .map(([name]) => name)
  .sort()

/** Names that are missing in modules that are there. */
export const missingNames: readonly { readonly module: string; readonly names: readonly string[] }[] = [...knownModules]
  .filter(([name, names]) => importable.includes(name) && names.size > 0)
  .map(([module, names]) => ({ module, names: [...names].sort() }))
  .sort((a, b) => (a.module < b.module ? -1 : 1))
