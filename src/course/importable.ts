// What `import` finds: the page "Which Python runs here" shows the simulator's own table of modules.

import { builtinModules, pythonModules, windowsModules } from '../simulator/modules/config.ts'
import { defaultProfile } from '../simulator/profiles/index.ts'
import { missingNames as missingIn } from '../simulator/profiles/missingnames.ts'

/** Names a program can import, in alphabetical order. What only other modules import is left out, and what is in a package. */
export const importable: readonly string[] = [...new Set([...builtinModules, ...pythonModules].map(({ name }) => name))]
  .filter((name) => !name.startsWith('_') && !name.includes('.'))
  .sort()

/** Modules that are refused by name: what CPython's library has besides, in the version the course shows first. */
export const refused: readonly string[] = [...defaultProfile.names.standardModules()]
  .filter((name) => !name.startsWith('_') && !windowsModules.has(name) && !importable.includes(name))
  .sort()

/** Functions and classes that are missing in modules that are there, in that version. */
export const missingNames: readonly { readonly module: string; readonly names: readonly string[] }[] = [
  ...missingIn(defaultProfile),
]
  .map(([module, names]) => ({ module, names: [...names].filter((name) => name !== name.toUpperCase()).sort() }))
  .filter(({ module, names }) => names.length > 0 && importable.includes(module))
  .sort((a, b) => (a.module < b.module ? -1 : 1))
