import { _randomModule } from '../_random.ts'
import { texts } from '../library/random.ts'
import type { Part } from '../module.ts'

export const part: Part = { natives: [_randomModule], texts }
