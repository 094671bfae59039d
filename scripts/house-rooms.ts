// The plan of the house: which room may hold what of which other. src/README.md draws it, house.test.ts enforces it.

/** The rooms of the machine, in order: each may import from those before it. */
export const machineRooms = [
  'profiles',
  'parser',
  'compiler',
  'heap',
  'objects',
  'modules',
  'vm',
  'pipeline.ts',
  'fetching.ts',
  'simulate.ts',
] as const

export interface Permission {
  /** Beginnings of the paths that may be imported so that they run. */
  readonly run: readonly string[]
  /** Beginnings of the paths of which the types may be imported besides. */
  readonly types?: readonly string[]
  /** Beginnings of the paths that may be named by `new URL(…, import.meta.url)` besides. */
  readonly address?: readonly string[]
  /** Packages that may be imported; absent: any. */
  readonly packages?: readonly string[]
}

const machine = 'src/simulator/'
/** What decodes memory and names versions without being the machine. */
const tables = ['src/simulator/heap/structs', 'src/simulator/heap/runtime.ts', 'src/simulator/profiles/']
/** What reads the trace, in order: each may import from those before it. */
const readers = ['src/trace/', 'src/narration/', 'src/scene/', 'src/quiz/']
/** What the machine may know of the trace: the writer of its log and the types of happenings. */
const traceWriters = ['src/trace/log.ts', 'src/trace/happenings.ts']

/** By the beginning of a file's path, the longest match counting. A file may always import from its own room. */
export const permissions: Readonly<Record<string, Permission>> = {
  ...machinePermissions(),
  // The worker runs the machine and reads its trace, so that a page carries neither; the client knows only their types.
  'src/simulator/client.ts': {
    run: ['src/simulator/messages.ts', 'src/simulator/profiles/', 'src/scene/packing.ts'],
    types: [machine, ...readers],
    address: ['src/simulator/worker.ts'],
    packages: [],
  },
  'src/simulator/messages.ts': { run: [], types: [machine, ...readers], packages: [] },
  'src/simulator/worker.ts': { run: [machine, ...readers], packages: [] },
  'src/simulator/bytecode.ts': { run: [machine, ...readers], packages: [] },
  'src/simulator/cli.ts': { run: [machine, 'src/trace/'] },
  'src/simulator/conformance/': {
    run: [machine, 'src/trace/', 'src/course/example.ts', 'src/course/solutions.ts', 'src/course/twins.ts'],
  },
  // A model of a build without the GIL: rules and nothing else, so that what shows them needs no machine.
  'src/simulator/freethreading/': { run: [], packages: [] },
  // The programs the parser is tested with, read from the disk.
  'src/simulator/parser/corpus': { run: ['src/simulator/parser/'] },
  'src/trace/': { run: tables, types: [machine], packages: [] },
  'src/narration/': { run: [...readers.slice(0, 1), ...tables], types: [machine], packages: [] },
  'src/scene/': { run: [...readers.slice(0, 2), ...tables], types: [machine], packages: [] },
  'src/quiz/': { run: [...readers.slice(0, 3), ...tables], types: [machine], packages: [] },
  'src/i18n/': { run: ['content/messages/'], packages: [] },
  'src/styles/': { run: [] },
  'src/course/': {
    run: [...readers, ...tables, 'src/i18n/', 'content/', 'src/simulator/simulate.ts', 'src/simulator/client.ts'],
    types: [machine],
  },
  // Pages that show what the simulator says of itself: its modules, and what it was compared with.
  'src/course/importable.ts': {
    run: ['src/simulator/modules/config.ts', 'src/simulator/profiles/'],
    packages: [],
  },
  'src/course/exactness.ts': {
    run: ['src/simulator/conformance/known.ts', 'src/simulator/profiles/', 'src/course/twins.ts'],
  },
  // Judges tasks as the worker does, for the tests.
  'src/course/judge.ts': {
    run: ['src/course/', 'src/quiz/', 'src/simulator/parser/', 'src/simulator/profiles/'],
    packages: [],
  },
  // The figures of what the simulator has only a model of.
  'src/course/two-threads.ts': { run: ['src/course/example.ts', 'src/simulator/freethreading/'], packages: [] },
  'src/content.config.ts': { run: ['src/course/', 'src/quiz/', 'src/i18n/'] },
  'components/': {
    run: [...readers, 'src/course/', 'src/i18n/', 'src/styles/', 'src/simulator/client.ts'],
    types: [machine],
  },
  'src/layouts/': { run: [...readers, 'components/', 'src/course/', 'src/i18n/', 'src/styles/'], types: [machine] },
  'src/pages/': {
    run: [...readers, 'src/layouts/', 'components/', 'src/course/', 'src/i18n/', 'src/styles/', 'content/'],
    types: [machine],
  },
  'content/': { run: ['content/'], packages: [] },
}

/** What a page's own script may hold of the machine; everything else would be shipped to every reader. */
export const inPageOfMachine = ['src/simulator/client.ts', 'src/simulator/messages.ts', ...tables]

function machinePermissions(): Record<string, Permission> {
  const result: Record<string, Permission> = {}
  for (const [index, room] of machineRooms.entries()) {
    const before = machineRooms.slice(0, index).map((earlier) => machine + folderOrFile(earlier))
    const run = [...before, ...traceWriters]
    // pipeline.ts is where the machine and the trace of its run are put together.
    if (room === 'pipeline.ts') run.push('src/trace/recorder.ts')
    const types = room === 'pipeline.ts' ? ['src/trace/'] : []
    // DEFLATE is not ours to write again: zlib's own, for the module of that name.
    const packages = room === 'modules' ? ['pako'] : []
    result[machine + folderOrFile(room)] = { run, types, packages }
  }
  return result
}

function folderOrFile(room: string): string {
  return room.endsWith('.ts') ? room : `${room}/`
}

/** The room of a path: the key of its permission. */
export function roomOf(path: string): string | undefined {
  let room: string | undefined
  for (const start of Object.keys(permissions)) {
    if (path.startsWith(start) && start.length > (room?.length ?? 0)) room = start
  }
  return room
}

/** Files that may be longer than the limit, and why. */
export const longFiles: Readonly<Record<string, string>> = {}

/** Generated tables and recorded data: no one reads them from top to bottom. */
export const dataFolders = ['src/simulator/compiler/opcodes/', '/observed/']

/** Where a version number may stand: the profiles, and what is recorded or measured by version. */
export const versionFolders = [
  'src/simulator/profiles/',
  'src/simulator/compiler/opcodes/',
  'src/simulator/conformance/',
  '/observed/',
]

/** The files of the machine that stand at its door: they may use what Node or a browser gives. */
export const doorways = [
  'src/simulator/parser/corpus',
  'src/simulator/cli.ts',
  'src/simulator/worker.ts',
  'src/simulator/client.ts',
  'src/simulator/conformance/',
]

/** What lies in the top folder, besides what starts with a dot and what is generated. */
export const topLevel = {
  wanted: ['src', 'content', 'components', 'public', 'e2e', 'astro.config.mjs', 'package.json', 'package-lock.json'],
  allowed: [
    'scripts',
    'tsconfig.json',
    'biome.json',
    'vitest.config.ts',
    'playwright.config.ts',
    'README.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    'LICENSE',
  ],
  generated: ['node_modules', 'dist', 'test-results', 'playwright-report'],
}
