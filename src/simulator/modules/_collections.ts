// Modules/_collectionsmodule.c: the module behind collections.

import { defaultdictType } from './collections/defaultdict.ts'
import { dequeType } from './collections/deque.ts'
import { dequeIteratorTypes } from './collections/dequeiter.ts'
import { countElementsFunction, tupleGetterType } from './collections/tuplegetter.ts'
import type { ModuleSpec } from './module.ts'
import { addType } from './moduletype.ts'

export const _collectionsModule: ModuleSpec = {
  name: '_collections',
  doc: 'High performance data structures.',
  functions: [countElementsFunction],
  state: 8,
  exec(ts, module) {
    const types = [dequeType, defaultdictType, ...dequeIteratorTypes(ts), tupleGetterType(ts)]
    for (const type of types) if (addType(ts, module, type) < 0) return -1
    return 0
  },
}
