// The judge of the house: reads every source file and holds it against the plan in src/README.md. Each rule is first shown
// to catch what it is there for.

import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { longFiles } from '../scripts/house-rooms.ts'
import {
  checkArrows,
  checkDeterminism,
  checkDoors,
  checkLengths,
  checkNames,
  checkPageScripts,
  checkTopLevel,
  checkTraceWriters,
  checkVersions,
} from '../scripts/house-rules.ts'
import { filesBelow, readSource, readSources, repository } from '../scripts/house-source.ts'

const places = ['src', 'components', 'content', 'scripts', 'e2e', 'astro.config.mjs']
const sources = readSources(repository, places)

/** The files that a rule's test makes up: path and text, turn by turn. */
const made = (...files: [path: string, text: string][]) => files.map(([path, text]) => readSource(path, text))

test('the source files are found', () => {
  const paths = sources.map(({ path }) => path)
  expect(paths).toContain('src/house.test.ts')
  expect(paths).toContain('src/simulator/profiles/index.ts')
  expect(paths).toContain('astro.config.mjs')
})

describe('imports go one way', () => {
  test.each([
    ['src/simulator/heap/gc.ts', `import { list } from '../objects/listobject.ts'`, 'objects/ ← src/simulator/heap/'],
    [
      'src/simulator/parser/parse.ts',
      `import type { Code } from '../compiler/code.ts'`,
      'compiler/ ← src/simulator/parser/',
    ],
    ['src/simulator/vm/ceval.ts', `import { Cursor } from '../../trace/cursor.ts'`, 'src/trace/ ← src/simulator/vm/'],
    ['src/simulator/vm/ceval.ts', `export { run } from '../simulate.ts'`, 'simulate.ts ← src/simulator/vm/'],
    ['src/simulator/vm/ceval.ts', `import fs from 'node:fs'`, 'no packages'],
    ['src/simulator/vm/ceval.ts', `import { a } from './frame'`, 'with its extension'],
    ['src/simulator/client.ts', `import { simulate } from './simulate.ts'`, 'only its types'],
    ['src/trace/decode.ts', `import { gc } from '../simulator/heap/gc.ts'`, 'only its types'],
    ['src/narration/narrate.ts', `import { boxes } from '../scene/heap.ts'`, 'src/scene/ ← src/narration/'],
    [
      'src/simulator/parser/parse.ts',
      `import { programs } from './corpus.ts'`,
      'parser/corpus ← src/simulator/parser/',
    ],
    ['src/i18n/messages.ts', `import { Header } from '@/components/chrome/Header.tsx'`, 'components/ ← src/i18n/'],
    ['components/heap/Heap.tsx', `const page = () => import('../../src/pages/index.ts')`, 'src/pages/ ← components/'],
    [
      'components/code/Code.astro',
      `---\nimport { simulate } from '../../src/simulator/simulate.ts'\n---\n<p />`,
      'Code.astro:2',
    ],
    ['src/layouts/Page.astro', `<p />\n<script>import '../pages/start.ts'</script>`, 'Page.astro:2'],
    ['content/lessons/en/01.mdx', `# One\n\nimport X from '../../../components/X.astro'`, '01.mdx:3'],
    ['src/somewhere/thing.ts', '', 'in no room'],
  ])('%s with %j is refused', (path, text, reason) => {
    expect(checkArrows(made([path, text])).join()).toContain(reason)
  })

  test.each([
    ['src/simulator/objects/listobject.ts', `import { incref } from '../heap/refcount.ts'`],
    ['src/simulator/heap/memory.ts', `import { LogWriter } from '../../trace/log.ts'`],
    ['src/simulator/client.ts', `const worker = new Worker(new URL('./worker.ts', import.meta.url))`],
    ['src/trace/decode.ts', `import { structs } from '../simulator/heap/structs.ts'`],
    ['components/heap/Heap.tsx', `import type { Code } from '../../src/simulator/compiler/code.ts'`],
    ['src/course/example.ts', `import { simulate } from '../simulator/simulate.ts'`],
    ['src/simulator/heap/gc.test.ts', `import { list } from '../objects/listobject.ts'`],
    ['content/lessons/en/01.mdx', "```python\nimport X from '../../x.py'\n```"],
  ])('%s with %j is allowed', (path, text) => {
    expect(checkArrows(made([path, text]))).toEqual([])
  })

  test('in the whole project', () => expect(checkArrows(sources)).toEqual([]))
})

describe('a page is sent neither the machine nor, unasked, the editor', () => {
  const island = 'components/stepper/Stepper.tsx'
  test.each([
    [`import { example } from '../../src/course/example.ts'`, `import { simulate } from '../simulator/simulate.ts'`],
    [`import { example } from '../../src/course/example.ts'`, `const later = () => import('../simulator/simulate.ts')`],
    [`import { example } from '../../src/course/example.ts'`, `import { readFileSync } from 'node:fs'`],
    [`import { example } from '../../src/course/example.ts'`, `import * as monaco from 'monaco-editor/editor'`],
  ])('%s, %s', (first, second) => {
    const [complaint] = checkPageScripts(made([island, first], ['src/course/example.ts', second]))
    expect(complaint).toContain(`${island} → src/course/example.ts → `)
  })

  test('types, the worker and an editor that is loaded when asked for are no part of the page', () => {
    const files = made(
      [island, `import { run } from '../../src/simulator/client.ts'\nconst edit = () => import('../editor/monaco.ts')`],
      ['components/editor/monaco.ts', `import * as monaco from 'monaco-editor/editor'`],
      [
        'src/simulator/client.ts',
        `import type { A } from './simulate.ts'\nnew Worker(new URL('./worker.ts', import.meta.url))`,
      ],
    )
    expect(checkPageScripts(files)).toEqual([])
  })

  test('a script in an .astro file counts, its frontmatter does not', () => {
    const text = `---\nimport '../../src/course/a.ts'\n---\n<script>import '../../src/course/b.ts'</script>`
    const machine = `import { simulate } from '../simulator/simulate.ts'`
    const files = made(['components/x/X.astro', text], ['src/course/a.ts', machine], ['src/course/b.ts', machine])
    expect(checkPageScripts(files)).toHaveLength(1)
  })

  test('in the whole project', () => expect(checkPageScripts(sources)).toEqual([]))
})

describe('the writer of the trace does not reach back into the machine', () => {
  test('a circle is found', () => {
    const files = made(
      ['src/simulator/heap/memory.ts', `import { LogWriter } from '../../trace/log.ts'`],
      ['src/trace/log.ts', `import { decode } from './state.ts'`],
      ['src/trace/state.ts', `import { structs } from '../simulator/heap/structs.ts'`],
    )
    expect(checkTraceWriters(files).join()).toContain(
      'src/trace/log.ts → src/trace/state.ts → src/simulator/heap/structs.ts',
    )
  })

  test('in the whole project', () => expect(checkTraceWriters(sources)).toEqual([]))
})

describe('no file is too long', () => {
  test('a long one is found, and an exception that is not needed', () => {
    const files = made(['src/scene/long.ts', '\n'.repeat(401)], ['src/scene/short.ts', '\n'.repeat(400)])
    expect(checkLengths(files, {})).toEqual(['src/scene/long.ts has 401 lines; the limit is 400.'])
    expect(checkLengths(files, { 'src/scene/long.ts': 'why', 'src/scene/short.ts': 'why' }).join()).toContain(
      'short.ts',
    )
  })

  test('in the whole project', () => expect(checkLengths(sources)).toEqual([]))

  test('every exception is about a file that is there', () => {
    expect(Object.keys(longFiles).filter((path) => !existsSync(join(repository, path)))).toEqual([])
  })
})

describe('no version number outside the profiles', () => {
  test.each([
    ['src/simulator/vm/ceval.ts', `if (profile.name === '3.12') stop()`],
    ['src/simulator/vm/ceval.ts', 'const old = version < 3.12'],
    ['src/simulator/vm/ceval.ts', 'if (profile.minor >= 14) stop()'],
    ['components/code/Versions.astro', '<option value="3.14">'],
  ])('%s with %j is refused', (path, text) => expect(checkVersions(made([path, text]))).toHaveLength(1))

  test('profiles and comments may name versions', () => {
    const files = made(
      ['src/simulator/profiles/3.12.ts', `export const name = '3.12'`],
      ['src/simulator/vm/ceval.ts', `// until '3.12'`],
    )
    expect(checkVersions(files)).toEqual([])
  })

  test('in the whole project', () => expect(checkVersions(sources)).toEqual([]))
})

describe('names say what is in them', () => {
  test.each(['src/scene/utils.ts', 'src/scene/string-helpers.ts', 'components/common/Box.tsx', 'src/misc/a.ts'])(
    '%s does not',
    (path) => expect(checkNames([path])).toHaveLength(1),
  )

  test('in the whole project', () => {
    const everything = ['src', 'components', 'content', 'scripts', 'e2e', 'public']
    expect(checkNames(everything.flatMap((place) => filesBelow(repository, place, /./)))).toEqual([])
  })
})

describe('no `export *`', () => {
  test.each([`export * from './a.ts'`, `export * as a from './a.ts'`])('%s is refused', (text) => {
    expect(checkDoors(made(['src/scene/index.ts', text]))).toHaveLength(1)
  })

  test('in the whole project', () => expect(checkDoors(sources)).toEqual([]))
})

describe('the machine depends on nothing but its program', () => {
  test.each(['const now = Date.now()', 'const x = Math.random()', 'console.log(1)', `'a'.localeCompare('b')`])(
    '%s is refused',
    (text) => expect(checkDeterminism(made(['src/simulator/vm/ceval.ts', text]))).toHaveLength(1),
  )

  test('a name of its own, a property and a comment are no surroundings', () => {
    const text = `// no Date here\nexport function run(self: number, o: { location: number }) { return self + o.location }`
    expect(checkDeterminism(made(['src/simulator/vm/ceval.ts', text]))).toEqual([])
  })

  test('in the whole project', () => expect(checkDeterminism(sources)).toEqual([]))
})

describe('the top folder', () => {
  test('a strange and a missing entry are found', () => {
    const entries = readdirSync(repository).filter((entry) => entry !== 'package.json')
    const complaints = checkTopLevel([...entries, 'stuff'])
    expect(complaints).toContain('stuff does not belong in the top folder.')
    expect(complaints).toContain('package.json is missing from the top folder.')
  })

  test('is as the README says', () => expect(checkTopLevel(readdirSync(repository))).toEqual([]))

  test.skipIf(process.platform === 'win32')('.ci/run can be run', () => {
    expect(statSync(join(repository, '.ci/run')).mode & 0o111).not.toBe(0)
  })
})
