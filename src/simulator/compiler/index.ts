// The door to the compiler.

export type { Code, Constant, ExceptionTableEntry, Instruction } from './code.ts'
export { co_cellvars, co_freevars, co_varnames } from './code.ts'
export type { CompileResult } from './compile.ts'
export { compileText, linesOf, withText } from './compiletext.ts'
