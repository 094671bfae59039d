// What differs between Python versions, as data. Each version's file states only its difference to the one before.
// Nothing outside this folder may look at a version number: ask for a fact.

import type { CompilerFacts } from './compiler.ts'
import type { MachineFacts } from './machine.ts'
import type { ParserFacts } from './parser.ts'

/** The names a learner (or `--python`) can choose. `3.14.0` stands for 3.14.0 to 3.14.4, `3.14` for 3.14.5 and later. */
export type ProfileName = '3.11' | '3.12' | '3.13' | '3.14.0' | '3.14' | '3.15'

/** One CPython version, as the facts the simulator asks for. */
export interface Profile extends MachineFacts {
  readonly name: ProfileName
  /** What `sys.version_info` says: the patch release whose native build this profile was held against. */
  readonly version: readonly [major: number, minor: number, micro: number]
  /** What the tokenizer and the parser do in this version. */
  readonly parser: ParserFacts
  /** What the parser, symbol table, code generator and flow-graph passes do in this version. */
  readonly compiler: CompilerFacts
}

/** A difference to another profile: any section may state only the facts it changes. */
export type ProfileChange = {
  readonly [K in keyof Profile]?: Profile[K] extends readonly unknown[] | string | number | boolean
    ? Profile[K]
    : Partial<Profile[K]>
}

/** The profile `base` with `change` laid over it, section by section. */
export function derive(base: Profile, change: ProfileChange): Profile {
  const result: Record<string, unknown> = { ...base }
  for (const [key, value] of Object.entries(change)) {
    const before = result[key]
    const isSection = typeof value === 'object' && value !== null && !Array.isArray(value)
    result[key] = isSection ? { ...(before as object), ...(value as object) } : value
  }
  return result as unknown as Profile
}

/** A message of a profile with its places {0}, {1} ... filled. */
export function fill(template: string, ...values: readonly (string | number)[]): string {
  return template.replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)]))
}
