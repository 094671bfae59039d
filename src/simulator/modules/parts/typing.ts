import { _typingModule } from '../_typing.ts'
import { texts } from '../library/typing.ts'
import type { Part } from '../module.ts'

export const part: Part = { natives: [_typingModule], texts }
