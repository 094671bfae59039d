import { weakrefCModule } from '../_weakref.ts'
import { texts } from '../library/weakref.ts'
import type { Part } from '../module.ts'

export const part: Part = { natives: [weakrefCModule], texts }
