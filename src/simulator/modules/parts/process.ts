import { processModule } from '../_process.ts'
import { texts } from '../library/process.ts'
import type { Part } from '../module.ts'

export const part: Part = { natives: [processModule], texts }
