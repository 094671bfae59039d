import { texts } from '../library/string.ts'
import type { Part } from '../module.ts'

export const part: Part = { natives: [], texts }
