// What `import` finds: the page "Which Python runs here" shows the simulator's own table of modules.

import {
  builtinModules,
  missingNames as missingIn,
  pythonModules,
  windowsModules,
} from '../simulator/modules/config.ts'
import { defaultProfile } from '../simulator/profiles/index.ts'

/** Names a program can import, in alphabetical order. What only other modules import is left out, and what is in a package. */
export const importable: readonly string[] = [...new Set([...builtinModules, ...pythonModules].map(({ name }) => name))]
  .filter((name) => !name.startsWith('_') && !name.includes('.'))
  .sort()

/** Modules that are refused by name: what CPython's library has besides, in the version the course shows first. */
export const refused: readonly string[] = [...defaultProfile.names.standardModules]
  .filter((name) => !name.startsWith('_') && !windowsModules.has(name) && !importable.includes(name))
  .sort()

/** Names that are missing in modules that are there. */
export const missingNames: readonly { readonly module: string; readonly names: readonly string[] }[] = [...missingIn]
  .map(([module, names]) => ({ module, names: [...names].sort() }))
  .sort((a, b) => (a.module < b.module ? -1 : 1))
