import { _opcodeModule } from '../_opcode.ts'
import { texts } from '../library/dis.ts'
import type { Part } from '../module.ts'

export const part: Part = { natives: [_opcodeModule], texts }
