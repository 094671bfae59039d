// What the argument of an instruction means, as Lib/dis.py tells it; the bytecode panel and the module dis both read it here.

import type { OpcodeInfo, Opcodes } from './table.ts'

/** The meaning of an argument, before it is looked up in a code object. */
export type Meaning =
  /** The number itself. */
  | { readonly kind: 'number' }
  /** Something `dis` of the version does not look up. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'const'; readonly index: number }
  /** One of `co_names`, and what is written around it. */
  | { readonly kind: 'name'; readonly index: number; readonly before: string; readonly after: string }
  /** One or two variables. */
  | { readonly kind: 'locals'; readonly indexes: readonly number[] }
  /** A jump by so many code units from the end of its opcode. */
  | { readonly kind: 'jump'; readonly units: number; readonly preposition: string }
  /** What is written; `value` is the argument's value where that is a text, too. */
  | { readonly kind: 'text'; readonly text: string; readonly value?: string }
  /** One of none, str, repr, ascii; `withFormat` where the same argument tells that a format follows. */
  | { readonly kind: 'conversion'; readonly text: string; readonly index: number; readonly withFormat?: boolean }
  | { readonly kind: 'common'; readonly text: string }

const CONVERSIONS = ['', 'str', 'repr', 'ascii']
const FUNCTION_ATTRIBUTES = ['defaults', 'kwdefaults', 'annotations', 'closure', 'annotate']

/** What `oparg` of an instruction means. */
export function meaningOf(opname: string, oparg: number, opcodes: Opcodes): Meaning {
  const info = opcodes.byName.get(opname)
  if (!info?.hasArg) return { kind: 'number' }
  const { kinds } = info
  if (kinds.includes('j')) return jump(info, oparg)
  if (kinds.includes('c')) {
    // 3.11 shows the constants of LOAD_CONST only.
    if (opname === 'KW_NAMES' && !opcodes.byName.has('CALL_INTRINSIC_1')) return { kind: 'unknown' }
    return { kind: 'const', index: oparg }
  }
  if (kinds.includes('n')) return nameMeaning(opname, oparg, opcodes)
  if (kinds.includes('l') || kinds.includes('f')) {
    const two = /(LOAD|STORE)_FAST_.*(LOAD|STORE)_FAST/.test(opname)
    return { kind: 'locals', indexes: two ? [oparg >> 4, oparg & 15] : [oparg] }
  }
  if (kinds.includes('o')) return compareMeaning(oparg, opcodes)
  return wordMeaning(opname, oparg, opcodes)
}

function jump(info: OpcodeInfo, oparg: number): Meaning {
  // Not really a jump: it names the loop it ends.
  const ends = info.name === 'END_ASYNC_FOR'
  const backward = ends || /^(POP_)?JUMP_BACKWARD/.test(info.name)
  return { kind: 'jump', units: (backward ? -oparg : oparg) + info.caches, preposition: ends ? 'from' : 'to' }
}

/** The low bits of some names say what else the instruction pushes. */
function nameMeaning(opname: string, oparg: number, opcodes: Opcodes): Meaning {
  const pushes = (shift: number, what: string): Meaning => {
    const index = oparg >> shift
    if (!(oparg & 1)) return { kind: 'name', index, before: '', after: '' }
    // The NULL lies under the callable up to 3.12 and on top of it since 3.13: that is how it is written.
    const under = opcodes.byName.has('KW_NAMES')
    return { kind: 'name', index, before: under ? `${what} + ` : '', after: under ? '' : ` + ${what}` }
  }
  if (opname === 'LOAD_GLOBAL') return pushes(1, 'NULL')
  if (opname === 'LOAD_ATTR' && !opcodes.byName.has('LOAD_METHOD')) return pushes(1, 'NULL|self')
  if (opname === 'LOAD_SUPER_ATTR') return pushes(2, 'NULL|self')
  // Since 3.15 the low bits of IMPORT_NAME say whether the import is, or must not be, lazy.
  if (opname === 'IMPORT_NAME' && opcodes.byName.get('GET_ITER')?.hasArg)
    return { kind: 'name', index: oparg >> 2, before: '', after: oparg & 1 ? ' + lazy' : oparg & 2 ? ' + eager' : '' }
  return { kind: 'name', index: oparg, before: '', after: '' }
}

function compareMeaning(oparg: number, opcodes: Opcodes): Meaning {
  const { cmpOps } = opcodes.table
  const has = (name: string) => opcodes.byName.has(name)
  const shift = has('TO_BOOL') ? 5 : has('CALL_INTRINSIC_1') ? 4 : 0
  const value = cmpOps[oparg >> shift]
  return { kind: 'text', text: shift === 5 && oparg & 16 ? `bool(${value})` : value, value }
}

function wordMeaning(opname: string, oparg: number, opcodes: Opcodes): Meaning {
  const { table } = opcodes
  const text = (word: string): Meaning => ({ kind: 'text', text: word })
  switch (opname) {
    case 'IS_OP':
      return text(opcodes.byName.has('NOT_TAKEN') ? ['is', 'is not'][oparg] : '')
    case 'CONTAINS_OP':
      return text(opcodes.byName.has('NOT_TAKEN') ? ['in', 'not in'][oparg] : '')
    case 'BINARY_OP':
      return text(table.nbSymbols[oparg])
    case 'MAKE_FUNCTION':
    case 'SET_FUNCTION_ATTRIBUTE':
      return text(FUNCTION_ATTRIBUTES.filter((_, bit) => (oparg >> bit) & 1).join(', '))
    case 'FORMAT_VALUE': {
      const index = oparg & 3
      const withFormat = (oparg & 4) !== 0
      const words = [CONVERSIONS[index], withFormat ? 'with format' : ''].filter((part) => part).join(', ')
      return { kind: 'conversion', text: words, index, withFormat }
    }
    case 'CONVERT_VALUE':
      return { kind: 'conversion', text: CONVERSIONS[oparg], index: oparg }
    case 'CALL_INTRINSIC_1':
      return text(table.intrinsic1[oparg])
    case 'CALL_INTRINSIC_2':
      return text(table.intrinsic2[oparg])
    case 'LOAD_COMMON_CONSTANT':
      return { kind: 'common', text: commonConstant(table.commonConstants[oparg]) }
    case 'LOAD_SPECIAL':
      return text(table.specialMethods[oparg])
  }
  return { kind: 'number' }
}

function commonConstant(name: string): string {
  return name === 'all' || name === 'any' ? `<built-in function ${name}>` : name
}
