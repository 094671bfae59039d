import { texts } from '../library/asyncio.ts'
import type { Part } from '../module.ts'

export const part: Part = { natives: [], texts }
