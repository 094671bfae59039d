// Modules/config.c: the table of modules. What is not in it is either unknown (ModuleNotFoundError) or known and refused
// by name; the page "Which Python runs here" is rendered from this table.
//
// The table names the modules and holds none of them: a page's worker fetches only the parts a program asks for
// (ondemand.ts), everyone else has them all (everything.ts).

import type { PythonModule } from './module.ts'

/** Modules that come together, when a program first imports one of them. */
interface PartEntry {
  /** Those written natively, in `parts/`. */
  readonly natives: readonly string[]
  /** Those written in Python, in `lib/`. */
  readonly python: readonly PythonModule[]
  /** Parts whose modules these import as they start. */
  readonly needs: readonly LoadedPart[]
}

/** A part that is not there from the start. */
export type LoadedPart =
  | 'itertools'
  | 'operator'
  | 'math'
  | 'abc'
  | 'collections'
  | 'types'
  | 'weakref'
  | 'copy'
  | 'contextlib'
  | 'dataclasses'
  | 'typing'
  | 'heapq'
  | 'random'
  | 're'
  | 'string'
  | 'text'
  | 'io'
  | 'time'
  | 'process'
  | 'traceback'
  | 'dis'
  | 'pdb'
  | 'ctypes'
  | 'threading'
  | 'asyncio'
  | 'zlib'
  | 'array'
  | 'course'
  | 'rare'
  | 'names'

/** Any part; `core` belongs to the machine and is always there. */
export type PartName = 'core' | LoadedPart

/** The modules of each part. */
export const parts: Readonly<Record<PartName, PartEntry>> = {
  core: { natives: ['builtins', 'sys', 'atexit', 'gc', '_profile'], python: [], needs: [] },
  itertools: { natives: ['itertools'], python: [], needs: [] },
  operator: { natives: ['operator'], python: [], needs: [] },
  math: { natives: ['math'], python: [], needs: [] },
  abc: {
    natives: ['_abc'],
    python: [
      { name: 'abc', file: 'abc.py', origin: 'frozen' },
      { name: '_collections_abc', file: '_collections_abc.py', origin: 'frozen' },
    ],
    needs: [],
  },
  collections: {
    natives: ['_collections', '_functools'],
    python: [
      { name: 'functools', file: 'functools.py' },
      { name: 'collections', file: 'collections/__init__.py', isPackage: true },
      { name: 'collections.abc', file: 'collections/abc.py' },
      { name: 'keyword', file: 'keyword.py' },
    ],
    needs: ['abc', 'itertools', 'operator'],
  },
  types: {
    natives: [],
    python: [
      { name: 'types', file: 'types.py' },
      { name: 'enum', file: 'enum.py' },
    ],
    needs: ['operator'],
  },
  weakref: {
    natives: ['_weakref'],
    python: [
      { name: 'weakref', file: 'weakref.py' },
      { name: '_weakrefset', file: '_weakrefset.py' },
    ],
    needs: [],
  },
  copy: {
    natives: [],
    python: [
      { name: 'copy', file: 'copy.py' },
      { name: 'copyreg', file: 'copyreg.py' },
    ],
    needs: ['operator', 'types', 'weakref'],
  },
  contextlib: {
    natives: [],
    python: [{ name: 'contextlib', file: 'contextlib.py' }],
    needs: ['abc', 'collections', 'types'],
  },
  dataclasses: {
    natives: [],
    python: [{ name: 'dataclasses', file: 'dataclasses.py' }],
    needs: ['abc', 'collections', 'copy', 'types'],
  },
  typing: {
    natives: ['_typing'],
    python: [{ name: 'typing', file: 'typing.py' }],
    needs: ['abc', 'collections', 'contextlib', 'types'],
  },
  heapq: { natives: ['_heapq', 'bisect'], python: [{ name: 'heapq', file: 'heapq.py' }], needs: [] },
  random: {
    natives: ['_random'],
    python: [{ name: 'random', file: 'random.py' }],
    needs: ['abc', 'heapq', 'itertools', 'math', 'operator'],
  },
  re: { natives: ['_sre'], python: [{ name: 're', file: 're.py' }], needs: ['collections', 'copy', 'types'] },
  text: {
    natives: [],
    python: [
      { name: 'textwrap', file: 'textwrap.py' },
      { name: 'json', file: 'json.py' },
    ],
    needs: [],
  },
  string: { natives: [], python: [{ name: 'string', file: 'string.py' }], needs: ['collections', 're'] },
  io: { natives: ['_io'], python: [{ name: 'io', file: 'io.py', origin: 'frozen' }], needs: ['abc'] },
  time: {
    natives: ['_time'],
    python: [
      { name: 'time', file: 'time.py', origin: 'built-in' },
      { name: 'timeit', file: 'timeit.py' },
    ],
    needs: ['itertools'],
  },
  process: {
    natives: ['_process'],
    python: [
      { name: 'psutil', file: 'psutil.py' },
      { name: 'os', file: 'os.py', origin: 'frozen' },
      { name: 'posixpath', file: 'posixpath.py', origin: 'frozen' },
    ],
    needs: ['abc', 're'],
  },
  traceback: {
    natives: ['_traceback', '_tracemalloc'],
    python: [
      { name: 'traceback', file: 'traceback.py' },
      { name: 'tracemalloc', file: 'tracemalloc.py' },
    ],
    needs: [],
  },
  dis: { natives: ['_opcode'], python: [{ name: 'dis', file: 'dis.py' }], needs: ['collections', 'io', 'types'] },
  pdb: { natives: [], python: [{ name: 'pdb', file: 'pdb.py' }], needs: [] },
  ctypes: { natives: [], python: [{ name: 'ctypes', file: 'ctypes.py' }], needs: ['math'] },
  threading: {
    natives: ['_thread'],
    python: [
      { name: 'threading', file: 'threading.py' },
      { name: 'queue', file: 'queue.py' },
    ],
    needs: ['collections', 'heapq', 'time', 'traceback', 'weakref'],
  },
  asyncio: {
    natives: ['_asyncgenhooks'],
    python: [
      { name: 'asyncio', file: 'asyncio/__init__.py', isPackage: true },
      { name: 'asyncio.exceptions', file: 'asyncio/exceptions.py' },
      { name: 'asyncio.base_events', file: 'asyncio/base_events.py' },
      { name: 'asyncio.futures', file: 'asyncio/futures.py' },
      { name: 'asyncio.tasks', file: 'asyncio/tasks.py' },
      { name: 'asyncio.timeouts', file: 'asyncio/timeouts.py' },
      { name: 'asyncio.locks', file: 'asyncio/locks.py' },
      { name: 'asyncio.queues', file: 'asyncio/queues.py' },
      { name: 'asyncio.runners', file: 'asyncio/runners.py' },
    ],
    needs: ['collections', 'heapq', 'time', 'weakref'],
  },
  zlib: { natives: ['zlib'], python: [], needs: [] },
  array: { natives: ['array'], python: [], needs: ['collections'] },
  // No modules, but what the build takes out of the machine: what fewer programs of the course run, and what none does.
  course: { natives: [], python: [], needs: [] },
  rare: { natives: [], python: [], needs: ['course'] },
  // No modules: the strings that are there before a program begins.
  names: { natives: [], python: [], needs: [] },
}

/** A module of the table, with the part that brings it. */
type Row<Module> = Module & { readonly part: PartName }

const entries = Object.entries(parts) as [part: PartName, entry: PartEntry][]

/** Every module a program can import that is written natively. */
export const builtinModules: readonly Row<{ readonly name: string }>[] = entries.flatMap(([part, { natives }]) =>
  natives.map((name) => ({ name, part })),
)

/** Those that are written in Python, in `lib/`. */
export const pythonModules: readonly Row<PythonModule>[] = entries.flatMap(([part, { python }]) =>
  python.map((module) => ({ ...module, part })),
)

/** A module of the table by its full name. */
export function findModule(name: string): Row<{ readonly name: string } | PythonModule> | undefined {
  return builtinModules.find((module) => module.name === name) ?? pythonModules.find((module) => module.name === name)
}

/** The parts named and what they need, and so on. */
export function withNeeds(names: Iterable<LoadedPart>): Set<LoadedPart> {
  const found = new Set(names)
  for (const name of found) for (const needed of parts[name].needs) found.add(needed)
  return found
}

/** Modules of the library that are there on Windows only: elsewhere they are not found. */
export const windowsModules: ReadonlySet<string> = new Set([
  '_msi',
  '_overlapped',
  '_winapi',
  '_wmi',
  'msilib',
  'msvcrt',
  'nt',
  'winreg',
  'winsound',
])
