import { _abcModule } from '../_abc.ts'
import { texts } from '../library/abc.ts'
import type { Part } from '../module.ts'

export const part: Part = { natives: [_abcModule], texts }
