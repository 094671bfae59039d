// What of the library is here. Modules are the same for every run, so they are kept for the next one.

import type { Profile } from '../profiles/index.ts'
import type { StartupNames } from '../profiles/startupnames/index.ts'
import { _profileModule } from './_profile.ts'
import { atexitModule } from './atexitmodule.ts'
import { builtinsModule } from './builtins.ts'
import { findModule, type LoadedPart, type PartName } from './config.ts'
import { gcModule } from './gcmodule.ts'
import type { ModuleSpec, Part, PythonModule } from './module.ts'
import { sysModule } from './sysmodule.ts'

const NO_NAMES: ReadonlySet<string> = new Set()

/** A run needs parts that are not here: fetch them and run again from the start, which runs the same. */
export class PartMissing extends Error {
  readonly parts: readonly LoadedPart[]

  constructor(parts: readonly LoadedPart[]) {
    super(`parts of the library are not loaded: ${parts.join(', ')}`)
    this.parts = parts
  }
}

/** A run needs the opcode table of its version, as it does parts of the library. */
export class OpcodesMissing extends Error {
  /** What the profile calls it. */
  readonly table: string

  constructor(table: string) {
    super(`the opcodes of ${table} are not loaded`)
    this.table = table
  }
}

const here = new Set<LoadedPart>()
const natives = new Map<string, ModuleSpec>()
const texts = new Map<string, string>()
let namesAtStartup: Part['namesAtStartup']
const startupNames = new Map<StartupNames, ReadonlySet<string>>()

for (const module of [builtinsModule, sysModule, atexitModule, gcModule, _profileModule])
  natives.set(module.name, module)

/** Makes the modules of a part importable. */
export function bring(name: LoadedPart, part: Part): void {
  here.add(name)
  for (const module of part.natives) natives.set(module.name, module)
  for (const [file, text] of Object.entries(part.texts)) texts.set(file, text)
  namesAtStartup ??= part.namesAtStartup
}

/** The names that are there before a program of the version begins: none where their part is not here. */
export function startupNamesOf({ text: { startupNames: which } }: Profile): ReadonlySet<string> {
  if (namesAtStartup === undefined) return NO_NAMES
  const names = startupNames.get(which) ?? namesAtStartup(which)
  startupNames.set(which, names)
  return names
}

/** Whether the modules of a part are importable. */
export function isHere(part: PartName): boolean {
  return part === 'core' || here.has(part)
}

/** What `import name` brings; undefined where the table has no such module. Throws PartMissing. */
export function moduleNamed(name: string): ModuleSpec | PythonModule | undefined {
  const row = findModule(name)
  if (!row) return undefined
  if (row.part !== 'core' && !here.has(row.part)) throw new PartMissing([row.part])
  return 'file' in row ? row : natives.get(name)
}

/** The text of a file in `lib/`, of a part that is here. */
export function libraryText(file: string): string {
  return texts.get(file) as string
}
