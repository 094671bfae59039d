// What a module of the library is (Include/moduleobject.h, PyModuleDef): natives, or a source in Python, or both.

import type { ThreadState } from '../heap/pystate.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import type { MethodSpec } from '../objects/object.ts'
import type { Profile } from '../profiles/index.ts'
import type { StartupNames } from '../profiles/startupnames/index.ts'

/** A module written natively: a table of functions and a step that fills in the rest. */
export interface ModuleSpec {
  readonly name: string
  readonly doc?: string
  readonly functions: readonly MethodSpec[]
  /** What `__module__` of the functions says, where it is not the name of the module. */
  readonly functionsFrom?: string | ((profile: Profile, method: MethodSpec) => string)
  /** In CPython it is written in Python: the name of its file there. */
  readonly fileThere?: string
  /** How many references the module's state keeps: its types on the heap. */
  readonly state?: number
  /** Adds constants and types. -1 with an exception on failure. */
  readonly exec?: (ts: ThreadState, module: Borrowed) => number
}

/** A module written in Python: its file in `lib/`. */
export interface PythonModule {
  readonly name: string
  /** The file's name in `lib/`; its text comes with its part. */
  readonly file: string
  /** A package: `__path__` is set, and modules below it can be imported. */
  readonly isPackage?: boolean
  /** Not from a file in CPython: it is built in, or frozen into the interpreter. */
  readonly origin?: 'built-in' | 'frozen'
}

/** Modules that come together (config.ts, `parts`). */
export interface Part {
  readonly natives: readonly ModuleSpec[]
  /** The text of each file in `lib/`, by its name there. */
  readonly texts: Readonly<Record<string, string>>
  /** Of the part `names`: the strings that are there before a program begins. */
  readonly namesAtStartup?: (which: StartupNames) => ReadonlySet<string>
}
