// Cuts the simulator's worker in stages when the site is built. What comes first is what many programs of the course run; then
// what its other programs run, then the rest: each is fetched, as a part of the library is, when a program calls something of
// it (PartMissing, modules/loaded.ts). The source knows nothing of it, but that there are parts of these names. How: plan.ts.

import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Plugin } from 'vite'
import { chooseFirst, FIRST, ranByCourse } from './first.ts'
import { type Module, Modules } from './modules.ts'
import { planOf, STAGES } from './plan.ts'
import type { Ran } from './ran.ts'
import type { Node } from './syntax.ts'
import { REGISTRY, type Texts, textsOf } from './texts.ts'

/**
 * What is cut: what runs a program, which is run again from its start when it lacks something. Not what looks at a run, which
 * would have to go on from where it was; nor what the library's parts bring, which is cut already.
 */
const CUT = /^src\/simulator\/(?!worker\.ts|modules\/parts\/)/

/** The file that says what is missing. */
const LOADED = 'src/simulator/modules/loaded.ts'

/**
 * @param root the repository
 * @param entry the worker's first file
 * @param ran what the programs of the course run
 */
export function lateCode(root: string, entry: string, ran: () => Promise<Ran> = ranByCourse): Plugin {
  let cutting: Promise<Texts> | null = null
  return {
    name: 'late-code',
    enforce: 'pre',
    // Every worker is built with this plugin; the others stay whole.
    buildStart({ input }) {
      if (Object.values(input).includes(join(root, entry))) cutting = ran().then((counted) => cut(root, entry, counted))
    },
    resolveId: {
      async handler(id) {
        if (!cutting) return null
        if (id === REGISTRY) return `\0${REGISTRY}`
        const { byFile } = await cutting
        return byFile.has(id) || id.startsWith(join(root, 'src/')) ? id : null
      },
    },
    load: {
      async handler(id) {
        if (id === `\0${REGISTRY}`) return registry
        if (!cutting) return null
        const { byFile, functions } = await cutting
        const code = byFile.get(id)
        const stage = STAGES.findIndex((name) => id === join(root, `src/simulator/modules/parts/${name}.ts`))
        const more = stage >= 0 ? bringing(stage, functions[stage]) : id === join(root, LOADED) ? saying : ''
        if (code === undefined && !more) return null
        return { code: more + (code ?? readFileSync(id, 'utf8')), moduleType: 'ts' }
      },
    },
  }
}

/** Cuts the modules of a worker, after what its programs ran. */
function cut(root: string, entry: string, ran: Ran): Texts {
  const atFirst = new Functions(chooseFirst(ran, FIRST).functions)
  const inCourse = new Functions(Object.values(ran.programs).flat())
  return textsOf(
    planOf(new Modules(join(root, entry)), ({ file }: Module, fn: Node) => {
      const path = relative(root, file)
      if (!CUT.test(path) || atFirst.has(path, fn)) return 0
      return inCourse.has(path, fn) ? 1 : 2
    }),
  )
}

/** The longest that may stand before a function's own text, in characters: `static async *` and its name. */
const MODIFIERS = 30

/** Functions as V8 names them. */
class Functions {
  readonly #starts = new Map<string, number[]>()

  constructor(names: Iterable<string>) {
    for (const name of new Set(names)) {
      const [, path, start, end] = /^(.*):(\d+),(\d+)$/.exec(name) as RegExpExecArray
      const key = `${path},${end}`
      this.#starts.set(key, [...(this.#starts.get(key) ?? []), Number(start)])
    }
  }

  /** V8 has a function begin with its name, its parameters or a keyword; it ends where it ends. */
  has(path: string, fn: Node): boolean {
    const starts = this.#starts.get(`${path},${fn.end}`) ?? []
    return starts.some((start) => start > fn.start - MODIFIERS && start <= fn.body.start)
  }
}

/** Where stand-ins look: arrays of functions, once they are here. It imports nothing, so it can stand before everything. */
const registry = `
  let missing = () => {}
  const nothing = (stage) => new Proxy([], { get() { throw missing(stage) } })
  ${STAGES.map((name) => `export let $${name} = nothing('${name}')`).join('\n')}
  export function whenMissing(error) { missing = error }
  ${STAGES.map((name) => `export function bring_${name}(functions) { $${name} = functions }`).join('\n')}
`

/** What `LOADED` does besides. */
const saying = `
  import { whenMissing } from '${REGISTRY}'
  whenMissing((stage) => new PartMissing([stage]))
`

/** What the part of a stage does besides, before it is there: it gives the stand-ins their functions. */
function bringing(stage: number, functions: Texts['functions'][number]): string {
  const imports = [...functions].map(
    ([file, numbers]) => `import { ${numbers.map((n) => `$${n}`).join(', ')} } from ${JSON.stringify(file)}`,
  )
  const all = [...functions.values()].flat().sort((a, b) => a - b)
  return `
    import { bring_${STAGES[stage]} as bring } from '${REGISTRY}'
    ${imports.join('\n')}
    bring([${all.map((n) => `$${n}`).join(', ')}])
  `
}
