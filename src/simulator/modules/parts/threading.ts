import { _threadModule } from '../_thread.ts'
import { texts } from '../library/threading.ts'
import type { Part } from '../module.ts'

export const part: Part = { natives: [_threadModule], texts }
