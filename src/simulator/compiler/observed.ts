// A code object in the shape of record.py's answers, for comparing with what an interpreter made (tests only).

import { type Code, type Constant, co_cellvars, co_freevars, co_varnames } from './code.ts'
import { floatRepr } from './constantrepr.ts'
import { disRows, startOf } from './dis.ts'

export type Observed = { readonly [key: string]: unknown }

function showConstant(constant: Constant, table: Parameters<typeof disRows>[1]): unknown {
  switch (constant.kind) {
    case 'None':
    case 'Ellipsis':
      return [constant.kind]
    case 'bool':
      return ['bool', constant.value]
    case 'int':
      return ['int', String(constant.value)]
    case 'float':
      return ['float', floatRepr(constant.value)]
    case 'complex':
      return ['complex', floatRepr(constant.real), floatRepr(constant.imag)]
    case 'str':
      return ['str', constant.value]
    case 'bytes':
      return ['bytes', [...constant.value]]
    case 'tuple':
      return ['tuple', constant.items.map((it) => showConstant(it, table))]
    case 'frozenset':
      return ['frozenset', constant.items.map((it) => showConstant(it, table)).sort(byPythonJson)]
    case 'slice':
      return ['slice', ...[constant.start, constant.stop, constant.step].map((it) => showConstant(it, table))]
    case 'code':
      return ['code', observe(constant.code, table)]
  }
}

/** json.dumps puts a space after each comma, which counts in its order. */
function byPythonJson(a: unknown, b: unknown): number {
  const [x, y] = [a, b].map((it) => JSON.stringify(it).replaceAll('","', '", "'))
  return x < y ? -1 : x > y ? 1 : 0
}

/** The same fields, in the same form. */
export function observe(code: Code, table: Parameters<typeof disRows>[1]): Observed {
  const rows = disRows(code, table)
  const { instructions } = code
  const end = instructions.length
  const offsetOf = (index: number) => (index === end ? endOffset(code) : startOf(instructions[index]))
  return {
    name: code.co_name,
    qualname: code.co_qualname,
    firstlineno: code.co_firstlineno,
    args: [code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount],
    flags: code.co_flags,
    stacksize: code.co_stacksize,
    nlocals: code.co_nlocals,
    names: code.co_names,
    varnames: co_varnames(code),
    cellvars: co_cellvars(code),
    freevars: co_freevars(code),
    exceptiontable: code.co_exceptiontable.map((it) => [
      offsetOf(it.start),
      offsetOf(it.end),
      offsetOf(it.target),
      it.depth,
      it.lasti,
    ]),
    instructions: instructions.map((it, i) => [
      it.offset,
      it.opname,
      it.oparg,
      it.target < 0 ? null : offsetOf(it.target),
      it.lineno,
      it.end_lineno,
      it.col,
      it.end_col,
      rows[i].argrepr,
    ]),
    consts: code.co_consts.map((it) => showConstant(it, table)),
  }
}

function endOffset(code: Code): number {
  const last = code.instructions[code.instructions.length - 1]
  return last.offset + 2
}
