import type { Part } from '../module.ts'
import { zlibModule } from '../zlibmodule.ts'

export const part: Part = { natives: [zlibModule], texts: {} }
