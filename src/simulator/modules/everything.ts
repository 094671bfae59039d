// The whole library at hand, for everyone who does not wait for a network: the command line, the build, the tests.

import '../compiler/opcodes/all.ts'
import type { LoadedPart } from './config.ts'
import { bring } from './loaded.ts'
import type { Part } from './module.ts'
import { part as abc } from './parts/abc.ts'
import { part as array } from './parts/array.ts'
import { part as asyncio } from './parts/asyncio.ts'
import { part as collections } from './parts/collections.ts'
import { part as contextlib } from './parts/contextlib.ts'
import { part as copy } from './parts/copy.ts'
import { part as course } from './parts/course.ts'
import { part as ctypes } from './parts/ctypes.ts'
import { part as dataclasses } from './parts/dataclasses.ts'
import { part as dis } from './parts/dis.ts'
import { part as heapq } from './parts/heapq.ts'
import { part as io } from './parts/io.ts'
import { part as itertools } from './parts/itertools.ts'
import { part as math } from './parts/math.ts'
import { part as names } from './parts/names.ts'
import { part as operator } from './parts/operator.ts'
import { part as pdb } from './parts/pdb.ts'
import { part as process } from './parts/process.ts'
import { part as random } from './parts/random.ts'
import { part as rare } from './parts/rare.ts'
import { part as re } from './parts/re.ts'
import { part as string } from './parts/string.ts'
import { part as text } from './parts/text.ts'
import { part as threading } from './parts/threading.ts'
import { part as time } from './parts/time.ts'
import { part as traceback } from './parts/traceback.ts'
import { part as types } from './parts/types.ts'
import { part as typing } from './parts/typing.ts'
import { part as weakref } from './parts/weakref.ts'
import { part as zlib } from './parts/zlib.ts'

const everything: Readonly<Record<LoadedPart, Part>> = {
  abc,
  array,
  asyncio,
  collections,
  contextlib,
  copy,
  course,
  ctypes,
  dataclasses,
  dis,
  heapq,
  io,
  itertools,
  math,
  names,
  operator,
  pdb,
  process,
  random,
  rare,
  re,
  string,
  text,
  threading,
  time,
  traceback,
  types,
  typing,
  weakref,
  zlib,
}

/** Makes every module of the table importable. */
export function bringEverything(): void {
  for (const [name, part] of Object.entries(everything)) bring(name as LoadedPart, part)
}
