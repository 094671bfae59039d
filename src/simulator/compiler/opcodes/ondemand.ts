// The opcode tables one by one: each is a file of script of its own, fetched when a program of its version is first run.

import { bringOpcodes } from './index.ts'
import type { OpcodeTable } from './table.ts'

const tables: Readonly<Record<string, () => Promise<OpcodeTable>>> = {
  '3.11': async () => (await import('./3.11.ts')).opcodes311,
  '3.12': async () => (await import('./3.12.ts')).opcodes312,
  '3.13': async () => (await import('./3.13.ts')).opcodes313,
  '3.15': async () => (await import('./3.15.ts')).opcodes315,
}

/** Fetches the opcode table of a version. Rejects where it cannot be fetched. */
export async function fetchOpcodes(name: string): Promise<void> {
  bringOpcodes(await tables[name]())
}
