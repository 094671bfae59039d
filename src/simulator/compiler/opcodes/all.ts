// Every opcode table at hand, for everyone who does not wait for a network.

import { opcodes311 } from './3.11.ts'
import { opcodes312 } from './3.12.ts'
import { opcodes313 } from './3.13.ts'
import { opcodes315 } from './3.15.ts'
import { bringOpcodes } from './index.ts'

for (const table of [opcodes311, opcodes312, opcodes313, opcodes315]) bringOpcodes(table)
