import { tracebackCModule } from '../_traceback.ts'
import { tracemallocCModule } from '../_tracemalloc.ts'
import { texts } from '../library/traceback.ts'
import type { Part } from '../module.ts'

export const part: Part = { natives: [tracebackCModule, tracemallocCModule], texts }
