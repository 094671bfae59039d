// The opcode tables by the name a profile calls them.

import { opcodes311 } from './3.11.ts'
import { opcodes312 } from './3.12.ts'
import { opcodes313 } from './3.13.ts'
import { opcodes314 } from './3.14.ts'
import { opcodes315 } from './3.15.ts'
import { indexOpcodes, type Opcodes } from './table.ts'

const tables = { '3.11': opcodes311, '3.12': opcodes312, '3.13': opcodes313, '3.14': opcodes314, '3.15': opcodes315 }
const indexed = new Map<string, Opcodes>()

/** The opcodes of the table of that name (`profile.compiler.opcodes`), indexed once. */
export function findOpcodes(name: keyof typeof tables): Opcodes {
  let found = indexed.get(name)
  if (!found) {
    found = indexOpcodes(tables[name])
    indexed.set(name, found)
  }
  return found
}
