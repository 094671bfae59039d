// The opcode tables that are here, by the name a profile calls them. A page's worker has one from the start and fetches
// another with the first program of that version (ondemand.ts); everyone else has them all (all.ts).

import { opcodes314 } from './3.14.ts'
import { indexOpcodes, type Opcodes, type OpcodeTable } from './table.ts'

const tables = new Map<string, OpcodeTable>([[opcodes314.name, opcodes314]])
const indexed = new Map<string, Opcodes>()

/** Makes a table known. */
export function bringOpcodes(table: OpcodeTable): void {
  tables.set(table.name, table)
}

/** Whether the table of that name is here. */
export function hasOpcodes(name: string): boolean {
  return tables.has(name)
}

/** The opcodes of the table of that name (`profile.compiler.opcodes`), which is here, indexed once. */
export function findOpcodes(name: string): Opcodes {
  let found = indexed.get(name)
  if (!found) {
    found = indexOpcodes(tables.get(name) as OpcodeTable)
    indexed.set(name, found)
  }
  return found
}
