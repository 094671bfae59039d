import { _collectionsModule } from '../_collections.ts'
import { _functoolsModule } from '../_functools.ts'
import { texts } from '../library/collections.ts'
import type { Part } from '../module.ts'

export const part: Part = { natives: [_collectionsModule, _functoolsModule], texts }
