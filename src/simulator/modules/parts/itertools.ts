import { itertoolsModule } from '../itertools.ts'
import type { Part } from '../module.ts'

export const part: Part = { natives: [itertoolsModule], texts: {} }
