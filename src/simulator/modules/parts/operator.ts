import type { Part } from '../module.ts'
import { operatorModule } from '../operator.ts'

export const part: Part = { natives: [operatorModule], texts: {} }
