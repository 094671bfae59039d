// The text of every stage of a module: what comes first, with stand-ins, and what comes late.

import type { Item, Module } from './modules.ts'
import { type Plan, STAGES, stageOfFunction, stageOfItem } from './plan.ts'
import { contains, type Node, namesIn } from './syntax.ts'

/** Where stand-ins find what they stand for: a module without a file, with an array for each stage. */
export const REGISTRY = 'virtual:late-code'

export interface Texts {
  /** What the files come to that are cut, by path, and what `lateFile` calls the rest of them. */
  readonly byFile: ReadonlyMap<string, string>
  /** Which functions of a stage each file exports for stand-ins, numbered as those ask for them; the first is of stage 1. */
  readonly functions: readonly ReadonlyMap<string, readonly number[]>[]
}

interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The path of what comes in a later stage of a file. There is no file of that name. */
export function lateFile(file: string, stage: number): string {
  return file.replace(/\.ts$/, `.${STAGES[stage - 1]}.ts`)
}

/** What a later stage has of a module. */
interface Section {
  /** Statements. */
  readonly texts: string[]
  /** The names they use. */
  readonly used: Set<string>
  /** The numbers of functions that stand-ins ask for. */
  readonly numbers: number[]
}

/** Writes all that becomes of the modules that are cut. */
export function textsOf(plan: Plan): Texts {
  const byFile = new Map<string, string>()
  const functions = STAGES.map(() => new Map<string, readonly number[]>())
  const numbered = STAGES.map(() => 0)
  for (const module of plan.modules.all()) {
    const { cut, sections } = split(plan, module, (index) => numbered[index]++)
    const alsoExported = new Set<string>()
    for (const [index, { texts, used, numbers }] of sections.entries()) {
      if (texts.length === 0) continue
      const file = lateFile(module.file, index + 1)
      const { lines, own } = importsOf(plan, module, used, index + 1)
      for (const name of own) alsoExported.add(name)
      byFile.set(file, withRegistry([...lines, ...texts].join('\n')))
      functions[index].set(file, numbers)
    }
    if (cut.length === 0 && alsoExported.size === 0) continue
    const tail = alsoExported.size > 0 ? `\nexport { ${[...alsoExported].join(', ')} }\n` : ''
    byFile.set(module.file, withRegistry(edited(module.code, cut) + tail))
  }
  return { byFile, functions }
}

/** What is cut out of a module, and what the later stages have of it. @param next gives the number of a stand-in */
function split(plan: Plan, module: Module, next: (index: number) => number): { cut: Edit[]; sections: Section[] } {
  const sections: Section[] = STAGES.map(() => ({ texts: [], used: new Set(), numbers: [] }))
  const cut = withoutLate(plan, module)
  for (const item of module.items) {
    const { statement, declaration } = item
    const stage = stageOfItem(plan, item)
    const moved = item.functions.filter((fn) => stageOfFunction(plan, item, fn) > stage)
    const standIns = moved.map((fn): Edit => {
      const index = stageOfFunction(plan, item, fn) - 1
      const number = next(index)
      const { standIn, itself } = exchanged(item, fn, `$${STAGES[index]}[${number}]`)
      const { texts, used, numbers } = sections[index]
      texts.push(`export const $${number} = ${itself}`)
      numbers.push(number)
      namesIn(fn, undefined, used)
      return { start: fn.start, end: fn.end, text: standIn }
    })
    if (stage === 0) cut.push(...standIns)
    else {
      cut.push({ start: statement.start, end: statement.end, text: '' })
      const { texts, used } = sections[stage - 1]
      texts.push(`export ${edited(module.code, standIns, declaration)}`)
      namesIn(declaration, new Set(moved), used)
    }
  }
  return { cut, sections }
}

/** A text that can reach what its stand-ins stand for. */
function withRegistry(text: string): string {
  const asked = STAGES.map((name) => `$${name}`).filter((name) => text.includes(`${name}[`))
  return asked.length > 0 ? `import { ${asked.join(', ')} } from '${REGISTRY}'\n${text}` : text
}

/** A node of some code, or all of it, with edits made. */
function edited(
  code: string,
  edits: readonly Edit[],
  node: Pick<Node, 'start' | 'end'> = { start: 0, end: code.length },
) {
  let text = ''
  let from = node.start
  for (const { start, end, text: instead } of [...edits].sort((a, b) => a.start - b.start)) {
    text += code.slice(from, start) + instead
    from = end
  }
  return text + code.slice(from, node.end)
}

/** A stand-in for a function, and the function as it stands apart. @param place where it is found */
function exchanged({ module, declaration }: Item, fn: Node, place: string): { standIn: string; itself: string } {
  const text = module.code.slice(fn.start, fn.end)
  const isPlain = fn.params.every(({ type }: Node) => type !== 'RestElement')
  const given = isPlain ? fn.params.map((_: Node, i: number) => `a${i}`).join(', ') : '...all'
  const call = `${place}(${given})`
  if (fn.type === 'ArrowFunctionExpression') return { standIn: `(${given}) => ${call}`, itself: text }
  const fromParameters = text.slice(text.indexOf('(', fn.id ? fn.id.end - fn.start : 0))
  if (declaration.type !== 'ClassDeclaration' || !contains(fn, ({ type }) => type === 'ThisExpression')) {
    const isMethod = fn.type === 'FunctionExpression' && text.startsWith('(')
    const head = isMethod ? '' : `function ${fn.id?.name ?? ''}`
    return { standIn: `${head}(${given}) { return ${call} }`, itself: `function ${fromParameters}` }
  }
  const self = `${place}.call(${['this', ...(given ? [given] : [])].join(', ')})`
  return { standIn: `(${given}) { return ${self} }`, itself: `function ${fromParameters}` }
}

/** The import statements the text of a stage needs, and which names of its module have to be exported for it. */
function importsOf(plan: Plan, module: Module, used: ReadonlySet<string>, stage: number) {
  const lines: string[] = []
  const own = new Set<string>()
  for (const name of used) {
    const item = plan.modules.meant(module, name)
    const imported = module.imports.get(name)
    const theirStage = item ? stageOfItem(plan, item) : 0
    if (item && theirStage > 0) {
      if (item.module === module && theirStage === stage) continue
      const theirs = imported?.name ?? name
      const declared = item.names.includes(theirs) ? theirs : item.names[0]
      lines.push(`import { ${declared} as ${name} } from ${JSON.stringify(lateFile(item.module.file, theirStage))}`)
    } else if (imported) {
      const what = imported.name === '*' ? `* as ${name}` : `{ ${imported.name} as ${name} }`
      lines.push(`import ${what} from ${JSON.stringify(imported.from)}`)
    } else if (item) {
      lines.push(`import { ${name} } from ${JSON.stringify(module.file)}`)
      if (!item.isExported) own.add(name)
    }
  }
  return { lines, own }
}

/** Takes what comes late out of the statements that import it or pass it on. */
function withoutLate(plan: Plan, module: Module): Edit[] {
  const { modules } = plan
  const isLate = (item: Item | undefined) => item !== undefined && stageOfItem(plan, item) > 0
  const edits: Edit[] = []
  for (const statement of [...module.importing, ...module.passingOn]) {
    const { specifiers, source } = statement
    if (!specifiers?.length) continue
    const isImport = statement.type === 'ImportDeclaration'
    const from = isImport ? undefined : modules.byFile.get(modules.pathOf(module, source.value))
    const kept = specifiers.filter(({ local, importKind, exportKind }: Node) => {
      if (importKind === 'type' || exportKind === 'type') return false
      return !isLate(isImport ? modules.meant(module, local.name) : from && modules.exported(from, local.name))
    })
    if (kept.length === specifiers.length) continue
    const names = kept.map((each: Node) => module.code.slice(each.start, each.end)).join(', ')
    const text = `${isImport ? 'import' : 'export'} { ${names} } from ${JSON.stringify(source.value)}`
    edits.push({ start: statement.start, end: statement.end, text })
  }
  return edits
}
