// Strings that are there, and stay, before a program begins.

import { COMMON } from './common.ts'
import { PYTHON_311 } from './python311.ts'
import { PYTHON_312, PYTHON_313, PYTHON_314, PYTHON_315 } from './single.ts'

/** The lists that versions choose from (`text.startupNames`). */
export type StartupNames = '3.11' | '3.12' | '3.13' | '3.14' | '3.15'

const lists: Readonly<Record<StartupNames, readonly string[]>> = {
  '3.11': [PYTHON_311],
  '3.12': [COMMON, PYTHON_312],
  '3.13': [COMMON, PYTHON_313],
  '3.14': [COMMON, PYTHON_314],
  '3.15': [COMMON, PYTHON_315],
}

/** The names of a list: of identifiers with more than one character, all of them. */
export function namesAtStartup(which: StartupNames): ReadonlySet<string> {
  return new Set(lists[which].flatMap((text) => text.trim().split(/\s+/)))
}
