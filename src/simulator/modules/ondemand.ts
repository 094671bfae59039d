// The library part by part: each is a file of script of its own, fetched when a program first needs it.

import { type LoadedPart, withNeeds } from './config.ts'
import { bring, isHere } from './loaded.ts'
import type { Part } from './module.ts'

const files: Readonly<Record<LoadedPart, () => Promise<{ readonly part: Part }>>> = {
  abc: () => import('./parts/abc.ts'),
  array: () => import('./parts/array.ts'),
  asyncio: () => import('./parts/asyncio.ts'),
  collections: () => import('./parts/collections.ts'),
  contextlib: () => import('./parts/contextlib.ts'),
  copy: () => import('./parts/copy.ts'),
  course: () => import('./parts/course.ts'),
  ctypes: () => import('./parts/ctypes.ts'),
  dataclasses: () => import('./parts/dataclasses.ts'),
  dis: () => import('./parts/dis.ts'),
  heapq: () => import('./parts/heapq.ts'),
  io: () => import('./parts/io.ts'),
  itertools: () => import('./parts/itertools.ts'),
  math: () => import('./parts/math.ts'),
  names: () => import('./parts/names.ts'),
  operator: () => import('./parts/operator.ts'),
  pdb: () => import('./parts/pdb.ts'),
  process: () => import('./parts/process.ts'),
  rare: () => import('./parts/rare.ts'),
  random: () => import('./parts/random.ts'),
  re: () => import('./parts/re.ts'),
  string: () => import('./parts/string.ts'),
  text: () => import('./parts/text.ts'),
  threading: () => import('./parts/threading.ts'),
  time: () => import('./parts/time.ts'),
  traceback: () => import('./parts/traceback.ts'),
  types: () => import('./parts/types.ts'),
  typing: () => import('./parts/typing.ts'),
  weakref: () => import('./parts/weakref.ts'),
  zlib: () => import('./parts/zlib.ts'),
}

/** Fetches parts and what they need, all at once, unless they are here. Rejects where one cannot be fetched. */
export async function fetchParts(names: Iterable<LoadedPart>): Promise<void> {
  const wanted = [...withNeeds(names)].filter((name) => !isHere(name))
  await Promise.all(wanted.map(async (name) => bring(name, (await files[name]()).part)))
}
