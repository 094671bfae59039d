import { arrayModule } from '../arraymodule.ts'
import type { Part } from '../module.ts'

export const part: Part = { natives: [arrayModule], texts: {} }
