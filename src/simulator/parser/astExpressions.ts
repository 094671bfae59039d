// CPython: Parser/Python.asdl, the expressions. ast.ts is the door, and says in what this differs from CPython's `ast`.

/** Where a node stands in the source: 1-based lines, 0-based columns in UTF-16 units, the end exclusive. */
export interface Position {
  lineno: number
  col_offset: number
  end_lineno: number
  end_col_offset: number
}

export type expr_context = 'Load' | 'Store' | 'Del'
export type boolop = 'And' | 'Or'
export type operator =
  | 'Add'
  | 'Sub'
  | 'Mult'
  | 'MatMult'
  | 'Div'
  | 'Mod'
  | 'Pow'
  | 'LShift'
  | 'RShift'
  | 'BitOr'
  | 'BitXor'
  | 'BitAnd'
  | 'FloorDiv'
export type unaryop = 'Invert' | 'Not' | 'UAdd' | 'USub'
export type cmpop = 'Eq' | 'NotEq' | 'Lt' | 'LtE' | 'Gt' | 'GtE' | 'Is' | 'IsNot' | 'In' | 'NotIn'

/** The value of a `Constant`, with the Python type spelled out: 1, 1.0 and True are three different constants. */
export type ConstantValue =
  | { readonly type: 'int'; readonly value: bigint }
  | { readonly type: 'float'; readonly value: number }
  /** The source can only write imaginary numbers: the real part is 0.0. */
  | { readonly type: 'complex'; readonly imag: number }
  | { readonly type: 'str'; readonly value: string }
  | { readonly type: 'bytes'; readonly value: Uint8Array }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'None' }
  | { readonly type: 'Ellipsis' }

export interface BoolOp extends Position {
  nodeType: 'BoolOp'
  op: boolop
  values: expr[]
}
export interface NamedExpr extends Position {
  nodeType: 'NamedExpr'
  target: Name
  value: expr
}
export interface BinOp extends Position {
  nodeType: 'BinOp'
  left: expr
  op: operator
  right: expr
}
export interface UnaryOp extends Position {
  nodeType: 'UnaryOp'
  op: unaryop
  operand: expr
}
export interface Lambda extends Position {
  nodeType: 'Lambda'
  args: arguments_
  body: expr
}
export interface IfExp extends Position {
  nodeType: 'IfExp'
  test: expr
  body: expr
  orelse: expr
}
export interface Dict extends Position {
  nodeType: 'Dict'
  /** `null` stands for `**value`. */
  keys: (expr | null)[]
  values: expr[]
}
export interface Set_ extends Position {
  nodeType: 'Set'
  elts: expr[]
}
export interface ListComp extends Position {
  nodeType: 'ListComp'
  elt: expr
  generators: comprehension[]
}
export interface SetComp extends Position {
  nodeType: 'SetComp'
  elt: expr
  generators: comprehension[]
}
export interface DictComp extends Position {
  nodeType: 'DictComp'
  key: expr
  /** `null` for `{**key for ...}` (3.15). */
  value: expr | null
  generators: comprehension[]
}
export interface GeneratorExp extends Position {
  nodeType: 'GeneratorExp'
  elt: expr
  generators: comprehension[]
}
export interface Await extends Position {
  nodeType: 'Await'
  value: expr
}
export interface Yield extends Position {
  nodeType: 'Yield'
  value: expr | null
}
export interface YieldFrom extends Position {
  nodeType: 'YieldFrom'
  value: expr
}
export interface Compare extends Position {
  nodeType: 'Compare'
  left: expr
  ops: cmpop[]
  comparators: expr[]
}
export interface Call extends Position {
  nodeType: 'Call'
  func: expr
  args: expr[]
  keywords: keyword[]
}
export interface FormattedValue extends Position {
  nodeType: 'FormattedValue'
  value: expr
  /** -1 for none, else the character code of `s`, `r` or `a`. */
  conversion: number
  format_spec: JoinedStr | null
}
export interface Interpolation extends Position {
  nodeType: 'Interpolation'
  value: expr
  /** The expression's text. */
  str: string
  conversion: number
  format_spec: JoinedStr | null
}
export interface JoinedStr extends Position {
  nodeType: 'JoinedStr'
  values: expr[]
}
export interface TemplateStr extends Position {
  nodeType: 'TemplateStr'
  values: expr[]
}
export interface Constant extends Position {
  nodeType: 'Constant'
  value: ConstantValue
  /** `'u'` for a string written with that prefix. */
  kind: 'u' | null
}
export interface Attribute extends Position {
  nodeType: 'Attribute'
  value: expr
  attr: string
  ctx: expr_context
}
export interface Subscript extends Position {
  nodeType: 'Subscript'
  value: expr
  slice: expr
  ctx: expr_context
}
export interface Starred extends Position {
  nodeType: 'Starred'
  value: expr
  ctx: expr_context
}
export interface Name extends Position {
  nodeType: 'Name'
  /** Normalised (NFKC) as CPython does. */
  id: string
  ctx: expr_context
}
export interface List extends Position {
  nodeType: 'List'
  elts: expr[]
  ctx: expr_context
}
export interface Tuple extends Position {
  nodeType: 'Tuple'
  elts: expr[]
  ctx: expr_context
}
/** Only as (part of) a `Subscript.slice`. */
export interface Slice extends Position {
  nodeType: 'Slice'
  lower: expr | null
  upper: expr | null
  step: expr | null
}

export type expr =
  | BoolOp
  | NamedExpr
  | BinOp
  | UnaryOp
  | Lambda
  | IfExp
  | Dict
  | Set_
  | ListComp
  | SetComp
  | DictComp
  | GeneratorExp
  | Await
  | Yield
  | YieldFrom
  | Compare
  | Call
  | FormattedValue
  | Interpolation
  | JoinedStr
  | TemplateStr
  | Constant
  | Attribute
  | Subscript
  | Starred
  | Name
  | List
  | Tuple
  | Slice

// Their parts

export interface comprehension {
  nodeType: 'comprehension'
  target: expr
  iter: expr
  ifs: expr[]
  is_async: 0 | 1
}
/** CPython's `arguments`; JavaScript keeps that word for itself. */
export interface arguments_ {
  nodeType: 'arguments'
  posonlyargs: arg[]
  args: arg[]
  vararg: arg | null
  kwonlyargs: arg[]
  /** One for each of `kwonlyargs`: `null` where it is required. */
  kw_defaults: (expr | null)[]
  kwarg: arg | null
  /** For the last ones of `posonlyargs` followed by `args`. */
  defaults: expr[]
}
export interface arg extends Position {
  nodeType: 'arg'
  arg: string
  annotation: expr | null
}
export interface keyword extends Position {
  nodeType: 'keyword'
  /** `null` for `**value`. */
  arg: string | null
  value: expr
}
