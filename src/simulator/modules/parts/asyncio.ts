import { _asyncgenhooksModule } from '../_asyncgenhooks.ts'
import { texts } from '../library/asyncio.ts'
import type { Part } from '../module.ts'

export const part: Part = { natives: [_asyncgenhooksModule], texts }
