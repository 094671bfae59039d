import { texts } from '../library/contextlib.ts'
import type { Part } from '../module.ts'

export const part: Part = { natives: [], texts }
