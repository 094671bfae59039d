// What is run in the simulator and in real interpreters: programs/<area>/<name>.py, and the course's own examples with the
// twins and the solutions its questions make of them.

import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseExample } from '../../course/example.ts'
import { solutionPrograms } from '../../course/solutions.ts'
import { twinPrograms } from '../../course/twins.ts'

const here = import.meta.dirname
const folder = join(here, 'programs')
const examples = join(here, '..', '..', '..', 'content', 'examples')

/** A program under test. */
export interface Program {
  /** `counts/aliases`; of the course `examples/counting/aliases`, `twins/…` for a question's twin, `solutions/…` for a task's. */
  readonly id: string
  /** As stored, with the `# expect` comments. */
  readonly source: string
  /** As run: an example without its labels and expectations (what a learner sees), a program as it is stored. */
  readonly text: string
}

/** The start of the ids of the course's examples. */
export const EXAMPLES = 'examples/'

/** Every program, by id. */
export function allPrograms(): readonly Program[] {
  return [...read(folder, ''), ...read(examples, EXAMPLES), ...made()]
}

/** The course's examples. */
export function allExamples(): readonly Program[] {
  return read(examples, EXAMPLES)
}

/** What questions make of examples. */
function made(): Program[] {
  return [...twinPrograms(), ...solutionPrograms()].map(({ id, display }) => ({ id, source: display, text: display }))
}

function read(root: string, prefix: string): Program[] {
  if (!existsSync(root)) return []
  return globSync('**/*.py', { cwd: root })
    .map((file) => file.replaceAll('\\', '/').slice(0, -'.py'.length))
    .sort()
    .map((name) => {
      const source = readFileSync(join(root, `${name}.py`), 'utf8')
      const text = prefix === EXAMPLES ? parseExample(name, source).display : source
      return { id: prefix + name, source, text }
    })
}

/** Whether a program is held against every law: the examples, and programs that were found to break one. */
export function heldToLaws(id: string): boolean {
  return id.startsWith(EXAMPLES) || id.startsWith('laws/')
}
