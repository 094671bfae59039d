import { mathModule } from '../mathmodule.ts'
import type { Part } from '../module.ts'

export const part: Part = { natives: [mathModule], texts: {} }
