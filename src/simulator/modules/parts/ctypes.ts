import { texts } from '../library/ctypes.ts'
import type { Part } from '../module.ts'

export const part: Part = { natives: [], texts }
