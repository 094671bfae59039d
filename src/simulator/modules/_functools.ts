// Modules/_functoolsmodule.c: the module behind functools.

import { callNoArgs } from '../objects/call.ts'
import { addToState } from '../objects/moduleobject.ts'
import { lruCacheType, lruListElemType } from './functools/lrucache.ts'
import { bindingPartialType, partialType } from './functools/partial.ts'
import { cmpToKeyFunction, keyWrapperType, reduceFunction } from './functools/reduce.ts'
import type { ModuleSpec } from './module.ts'
import { addType } from './moduletype.ts'

export const _functoolsModule: ModuleSpec = {
  name: '_functools',
  doc: 'Tools that operate on functions.',
  functions: [reduceFunction, cmpToKeyFunction],
  state: 6,
  exec(ts, module) {
    const mark = callNoArgs(ts, ts.types.object)
    if (mark === 0) return -1
    addToState(ts, module, mark)
    ts.moduleTypes.set('functools._kwd_mark', mark)
    const partial = ts.profile.modules.partialKnowsPlaceholders ? bindingPartialType : partialType
    if (addType(ts, module, partial) < 0 || addType(ts, module, lruCacheType) < 0) return -1
    return addType(ts, module, lruListElemType, null) | addType(ts, module, keyWrapperType, null)
  },
}
