import { _sreModule } from '../_sre.ts'
import { texts } from '../library/re.ts'
import type { Part } from '../module.ts'

export const part: Part = { natives: [_sreModule], texts }
