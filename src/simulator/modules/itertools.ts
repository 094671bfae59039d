// Modules/itertoolsmodule.c: the module. One file below itertools/ for each family of iterators.
// Left out: `__reduce__` and `__setstate__`, which went with 3.14.

import {
  accumulateType,
  batchedType,
  chainType,
  forgetfulPairwiseType,
  pairwiseType,
  zipLongestType,
} from './itertools/chaining.ts'
import {
  combinations,
  combinationsWithReplacementType,
  permutationsType,
  productType,
} from './itertools/combinatoric.ts'
import {
  compressType,
  dropwhileType,
  filterfalseType,
  isliceType,
  starmapType,
  takewhileType,
} from './itertools/filtering.ts'
import { groupbyType, grouperType } from './itertools/grouping.ts'
import { countType, cycleType, repeatType } from './itertools/infinite.ts'
import { teeDataType, teeFunction, teeType } from './itertools/tee.ts'
import type { ModuleSpec } from './module.ts'
import { addType } from './moduletype.ts'

const TYPES = [
  accumulateType,
  batchedType,
  combinations,
  combinationsWithReplacementType,
  cycleType,
  dropwhileType,
  takewhileType,
  isliceType,
  starmapType,
  chainType,
  compressType,
  filterfalseType,
  countType,
  pairwiseType,
  zipLongestType,
  permutationsType,
  productType,
  repeatType,
  groupbyType,
  grouperType,
  teeType,
  teeDataType,
]

export const itertoolsModule: ModuleSpec = {
  name: 'itertools',
  doc: 'Functional tools for creating and using iterators.',
  functions: [teeFunction],
  state: TYPES.length,
  exec(ts, module) {
    const { pairwiseKeepsResult } = ts.profile.modules
    for (const type of TYPES)
      if (addType(ts, module, type === pairwiseType && !pairwiseKeepsResult ? forgetfulPairwiseType : type) < 0)
        return -1
    return 0
  },
}
