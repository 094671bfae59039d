import { _timeModule } from '../_time.ts'
import { texts } from '../library/time.ts'
import type { Part } from '../module.ts'

export const part: Part = { natives: [_timeModule], texts }
