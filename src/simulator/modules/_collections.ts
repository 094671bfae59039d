// Modules/_collectionsmodule.c: the module behind collections.

import { defaultdictType } from './collections/defaultdict.ts'
import { dequeType } from './collections/deque.ts'
import { dequeIteratorTypes } from './collections/dequeiter.ts'
import { odictTypeSpec } from './collections/odict.ts'
import { odictHelperTypes } from './collections/odictiter.ts'
import { countElementsFunction, tupleGetterType } from './collections/tuplegetter.ts'
import type { ModuleSpec } from './module.ts'
import { addType } from './moduletype.ts'

export const _collectionsModule: ModuleSpec = {
  name: '_collections',
  doc: 'High performance data structures.',
  functions: [countElementsFunction],
  state: 8,
  exec(ts, module) {
    const types = [dequeType, defaultdictType, odictTypeSpec, ...dequeIteratorTypes(ts), tupleGetterType(ts)]
    for (const type of types) if (addType(ts, module, type) < 0) return -1
    for (const type of odictHelperTypes) if (addType(ts, module, type, null) < 0) return -1
    return 0
  },
}
