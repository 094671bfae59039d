// The door to the parser.

export type { SourceWarning } from './invalidEscape.ts'
export { withKeywordTypo } from './keywordTypo.ts'
export type { Mode, ParseResult } from './parse.ts'
export { parse } from './parse.ts'
export type { SyntaxErrorInfo } from './syntaxError.ts'
