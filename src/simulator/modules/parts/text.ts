import { texts } from '../library/text.ts'
import type { Part } from '../module.ts'

export const part: Part = { natives: [], texts }
