// Which parts of the library a program asks for, known before it runs: those it imports, and the names that are there when any
// program starts. An import that only shows at run time (a text given to `exec`, one module of ours that imports another inside
// a function) stops the run with PartMissing.

import type { Code } from '../compiler/index.ts'
import { findOpcodes } from '../compiler/opcodes/index.ts'
import type { Profile } from '../profiles/index.ts'
import { findModule, type LoadedPart, withNeeds } from './config.ts'

/** The parts with the modules that import statements name, in a code object or in code inside it, what these need, and `names`. */
export function importedParts(code: Code, profile: Profile): Set<LoadedPart> {
  const parts = new Set<LoadedPart>(['names'])
  const { intrinsic1 } = findOpcodes(profile.compiler.opcodes).table
  collect(code, profile.compiler.importNameShift, intrinsic1.indexOf('INTRINSIC_SUBSCRIPT_GENERIC'), parts)
  return withNeeds(parts)
}

function collect(code: Code, shift: number, subscriptGeneric: number, parts: Set<LoadedPart>): void {
  for (const { opname, oparg } of code.instructions) {
    // A class with type parameters gets its base from typing.
    if (opname === 'CALL_INTRINSIC_1' && oparg === subscriptGeneric) parts.add('typing')
    if (opname !== 'IMPORT_NAME') continue
    const part = findModule(code.co_names[oparg >> shift].split('.', 1)[0])?.part
    if (part !== undefined && part !== 'core') parts.add(part)
  }
  for (const constant of code.co_consts)
    if (constant.kind === 'code') collect(constant.code, shift, subscriptGeneric, parts)
}
