// The facts by which numbers, texts and their free lists differ between versions.

import type { StartupNames } from './startupnames/index.ts'

/** How int and float are stored, and what they say when they fail. */
export interface NumberFacts {
  /** Sign and number of digits share one word (3.12); before, `ob_size` is negative for a negative number. */
  readonly lvTag: boolean
  /** First number above the cached small ints. */
  readonly smallIntsEnd: number
  /** Messages of ZeroDivisionError, by operation. */
  readonly intDivision: string
  readonly intModulo: string
  readonly floatDivision: string
  readonly floatFloorDivision: string
  readonly floatModulo: string
  readonly floatDivmod: string
  readonly zeroToNegative: string
  readonly complexDivision: string
  /** The wording of range.index when nothing is found; {0}: the value's repr. */
  readonly notInRange: string
  /** Types without `__hash__` that have one from 3.12 on. */
  readonly unhashable: readonly string[]
  /** `int.is_integer` (3.12+). */
  readonly intIsInteger: boolean
  /** `(5).__round__(None)` (3.14). */
  readonly intRoundTakesNone: boolean
  /** What DeprecationWarning says that `~` of a bool is, or null where it is nothing special (3.11). */
  readonly boolInversion: string | null
  /** sizeof of a range iterator. */
  readonly rangeIterator: number
  /** Over a range of big ints it counts up and computes each item; since 3.12 it keeps the next one, at first the range's own start. */
  readonly longRangeIndexes: boolean
  /** `pow` with three arguments asks the second for `__rpow__` (3.14). */
  readonly ternaryPowerReflects: boolean
  /** What int.to_bytes says of a negative length. */
  readonly negativeLength: string
  /** NotImplemented counts as true (up to 3.13) instead of raising TypeError. */
  readonly notImplementedTruth: boolean
  /** What a zero complex base with a negative power is told. */
  readonly complexZeroPower: string
  /** The wording of complex() with wrong arguments: `real` names it (3.14). */
  readonly complexArguments: 'ordinal' | 'named'
  /** hash(None) is this constant (3.12) instead of coming from its address. */
  readonly noneHash: boolean
  /** sum() keeps what rounding loses of floats (2, since 3.12), also of complex numbers and ints among them (3, 3.14). */
  readonly compensated: 0 | 2 | 3
}

/** How str is stored, and what it says when it fails. */
export interface TextFacts {
  /** The list of names that are immortal from the start (3.11: static). */
  readonly startupNames: StartupNames
  /** Every interned string is immortal (3.12 only). */
  readonly internImmortal: boolean
  /** The names used in code are immortal when interned (3.12+). */
  readonly nameImmortal: boolean
  /** The cached one-character strings above U+007F carry their UTF-8 form, which getsizeof adds. */
  readonly latin1Utf8: boolean
  /** str.split reserves room by the length of the text (3.12); before, for 12 parts. */
  readonly splitByLength: boolean
  /** str.find, count, replace ... check their arguments with Argument Clinic's words (3.13). */
  readonly clinicMessages: boolean
  /** How much `%` formatting says when it fails: 3.14 names the wrong type of `%c`, 3.15 positions and counts. */
  readonly percentMessages: 'plain' | 'char' | 'positions'
  /** What a one-letter-too-many key of a translation table is told. */
  readonly translateKey: string
  /** Format specs may group the digits of the fraction (3.14). */
  readonly fractionGrouping: boolean
  /** What a start or end that is no index is told by find, count, index, startswith and endswith. */
  readonly sliceIndices: string
}

/** Objects kept at most in each free list; 0 where the version has no such list. `tuples` is the limit for each size. */
export interface FreeListFacts {
  readonly floats: number
  readonly ints: number
  readonly complexes: number
  readonly lists: number
  readonly dicts: number
  readonly dictkeys: number
  readonly slices: number
  readonly ranges: number
  readonly range_iters: number
  readonly list_iters: number
  readonly tuple_iters: number
  readonly pymethodobjects: number
  readonly pycfunctionobject: number
  readonly pycmethodobject: number
  readonly async_gens: number
  readonly async_gen_asends: number
  readonly contexts: number
  readonly tuples: number
  /** Those that a full collection empties, in order. */
  readonly cleared: readonly (FreeListName | 'tuples')[]
}

/** The free lists of objects of one size. */
export type FreeListName = Exclude<keyof FreeListFacts, 'tuples' | 'cleared'>
