import { _heapqModule } from '../_heapq.ts'
import { bisectModule } from '../bisect.ts'
import { texts } from '../library/heapq.ts'
import type { Part } from '../module.ts'

export const part: Part = { natives: [_heapqModule, bisectModule], texts }
