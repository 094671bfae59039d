// CPython 3.11's numbers, texts and free lists: what those of the other versions differ from.

import type { FreeListFacts, NumberFacts, TextFacts } from './numbers.ts'

export const freelists311: FreeListFacts = {
  floats: 100,
  ints: 0,
  complexes: 0,
  lists: 80,
  dicts: 80,
  dictkeys: 80,
  slices: 1,
  ranges: 0,
  range_iters: 0,
  list_iters: 0,
  tuple_iters: 0,
  pymethodobjects: 0,
  pycfunctionobject: 0,
  pycmethodobject: 0,
  async_gens: 80,
  async_gen_asends: 80,
  contexts: 255,
  tuples: 2000,
  cleared: ['tuples', 'floats', 'lists', 'dicts', 'dictkeys', 'async_gens', 'async_gen_asends', 'contexts'],
}

export const numbers311: NumberFacts = {
  ternaryPowerReflects: false,
  lvTag: false,
  smallIntsEnd: 257,
  intDivision: 'integer division or modulo by zero',
  intModulo: 'integer modulo by zero',
  floatDivision: 'float division by zero',
  floatFloorDivision: 'float floor division by zero',
  floatModulo: 'float modulo',
  floatDivmod: 'float divmod()',
  zeroToNegative: '0.0 cannot be raised to a negative power',
  complexDivision: 'complex division by zero',
  notInRange: '{0} is not in range',
  sliceHash: false,
  intIsInteger: false,
  intRoundTakesNone: false,
  boolInversion: null,
  rangeIterator: 48,
  longRangeIndexes: true,
  noneHash: false,
  negativeLength: 'length argument must be non-negative',
  notImplementedTruth: true,
  complexZeroPower: '0.0 to a negative or complex power',
  complexArguments: 'ordinal',
  compensated: 0,
}

export const text311: TextFacts = {
  internImmortal: false,
  nameImmortal: false,
  latin1Utf8: false,
  splitByLength: false,
  clinicMessages: false,
  percentMessages: 'plain',
  fractionGrouping: false,
  translateKey: 'string keys in translate table must be of length 1',
  sliceIndices: 'slice indices must be integers or None or have an __index__ method',
}
