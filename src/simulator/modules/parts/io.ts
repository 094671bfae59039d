import { _ioModule } from '../_io.ts'
import { texts } from '../library/io.ts'
import type { Part } from '../module.ts'

export const part: Part = { natives: [_ioModule], texts }
