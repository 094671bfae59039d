// CPython: Parser/Python.asdl. The contract between the parser and everything after it: CPython's `ast`, name by name.
// What differs from `ast` itself, and why:
// - `nodeType` is the class name. Operators and contexts, which carry nothing, are that name itself (`op: 'Add'`, `ctx: 'Load'`).
// - Columns are indices into the line as JavaScript counts (UTF-16 units), not UTF-8 bytes: what is shown and cut is a JavaScript
//   string. Lines are 1-based, columns 0-based, the end is exclusive; lines end at \n (\r\n and \r are read as \n).
// - A field that `ast` has in some versions only is always there (`type_params`, `default_value`, `is_lazy`), empty where unused.
// - `type_comment` and `type_ignores` are left out: `compile` without the flag for type comments never sets them.

import type {
  Attribute,
  arg,
  arguments_,
  comprehension,
  expr,
  keyword,
  Name,
  operator,
  Position,
  Subscript,
} from './astExpressions.ts'
import type { pattern, type_param } from './astPatterns.ts'

export type {
  Attribute,
  Await,
  arg,
  arguments_,
  BinOp,
  BoolOp,
  boolop,
  Call,
  Compare,
  Constant,
  ConstantValue,
  cmpop,
  comprehension,
  Dict,
  DictComp,
  expr,
  expr_context,
  FormattedValue,
  GeneratorExp,
  IfExp,
  Interpolation,
  JoinedStr,
  keyword,
  Lambda,
  List,
  ListComp,
  Name,
  NamedExpr,
  operator,
  Position,
  Set_,
  SetComp,
  Slice,
  Starred,
  Subscript,
  TemplateStr,
  Tuple,
  UnaryOp,
  unaryop,
  Yield,
  YieldFrom,
} from './astExpressions.ts'
export type {
  MatchAs,
  MatchClass,
  MatchMapping,
  MatchOr,
  MatchSequence,
  MatchSingleton,
  MatchStar,
  MatchValue,
  ParamSpec,
  pattern,
  TypeVar,
  TypeVarTuple,
  type_param,
} from './astPatterns.ts'

// Module

export interface Module {
  nodeType: 'Module'
  body: stmt[]
}

// Statements

export interface FunctionDef extends Position {
  nodeType: 'FunctionDef'
  name: string
  args: arguments_
  body: stmt[]
  decorator_list: expr[]
  returns: expr | null
  /** Empty before 3.12. */
  type_params: type_param[]
}
export interface AsyncFunctionDef extends Position {
  nodeType: 'AsyncFunctionDef'
  name: string
  args: arguments_
  body: stmt[]
  decorator_list: expr[]
  returns: expr | null
  type_params: type_param[]
}
export interface ClassDef extends Position {
  nodeType: 'ClassDef'
  name: string
  bases: expr[]
  keywords: keyword[]
  body: stmt[]
  decorator_list: expr[]
  type_params: type_param[]
}
export interface Return extends Position {
  nodeType: 'Return'
  value: expr | null
}
export interface Delete extends Position {
  nodeType: 'Delete'
  targets: expr[]
}
export interface Assign extends Position {
  nodeType: 'Assign'
  targets: expr[]
  value: expr
}
export interface TypeAlias extends Position {
  nodeType: 'TypeAlias'
  name: Name
  type_params: type_param[]
  value: expr
}
export interface AugAssign extends Position {
  nodeType: 'AugAssign'
  target: Name | Attribute | Subscript
  op: operator
  value: expr
}
export interface AnnAssign extends Position {
  nodeType: 'AnnAssign'
  target: Name | Attribute | Subscript
  annotation: expr
  value: expr | null
  /** 1 for a plain name without parentheses, else 0. */
  simple: 0 | 1
}
export interface For extends Position {
  nodeType: 'For'
  target: expr
  iter: expr
  body: stmt[]
  orelse: stmt[]
}
export interface AsyncFor extends Position {
  nodeType: 'AsyncFor'
  target: expr
  iter: expr
  body: stmt[]
  orelse: stmt[]
}
export interface While extends Position {
  nodeType: 'While'
  test: expr
  body: stmt[]
  orelse: stmt[]
}
export interface If extends Position {
  nodeType: 'If'
  test: expr
  body: stmt[]
  orelse: stmt[]
}
export interface With extends Position {
  nodeType: 'With'
  items: withitem[]
  body: stmt[]
}
export interface AsyncWith extends Position {
  nodeType: 'AsyncWith'
  items: withitem[]
  body: stmt[]
}
export interface Match extends Position {
  nodeType: 'Match'
  subject: expr
  cases: match_case[]
}
export interface Raise extends Position {
  nodeType: 'Raise'
  exc: expr | null
  cause: expr | null
}
export interface Try extends Position {
  nodeType: 'Try'
  body: stmt[]
  handlers: ExceptHandler[]
  orelse: stmt[]
  finalbody: stmt[]
}
export interface TryStar extends Position {
  nodeType: 'TryStar'
  body: stmt[]
  handlers: ExceptHandler[]
  orelse: stmt[]
  finalbody: stmt[]
}
export interface Assert extends Position {
  nodeType: 'Assert'
  test: expr
  msg: expr | null
}
export interface Import extends Position {
  nodeType: 'Import'
  names: alias[]
  /** 1 for `lazy import` (3.15). */
  is_lazy: 0 | 1
}
export interface ImportFrom extends Position {
  nodeType: 'ImportFrom'
  module: string | null
  names: alias[]
  level: number
  is_lazy: 0 | 1
}
export interface Global extends Position {
  nodeType: 'Global'
  names: string[]
}
export interface Nonlocal extends Position {
  nodeType: 'Nonlocal'
  names: string[]
}
export interface Expr extends Position {
  nodeType: 'Expr'
  value: expr
}
export interface Pass extends Position {
  nodeType: 'Pass'
}
export interface Break extends Position {
  nodeType: 'Break'
}
export interface Continue extends Position {
  nodeType: 'Continue'
}

export type stmt =
  | FunctionDef
  | AsyncFunctionDef
  | ClassDef
  | Return
  | Delete
  | Assign
  | TypeAlias
  | AugAssign
  | AnnAssign
  | For
  | AsyncFor
  | While
  | If
  | With
  | AsyncWith
  | Match
  | Raise
  | Try
  | TryStar
  | Assert
  | Import
  | ImportFrom
  | Global
  | Nonlocal
  | Expr
  | Pass
  | Break
  | Continue

// Parts

export interface ExceptHandler extends Position {
  nodeType: 'ExceptHandler'
  type: expr | null
  name: string | null
  body: stmt[]
}
export interface alias extends Position {
  nodeType: 'alias'
  name: string
  asname: string | null
}
export interface withitem {
  nodeType: 'withitem'
  context_expr: expr
  optional_vars: expr | null
}
export interface match_case {
  nodeType: 'match_case'
  pattern: pattern
  guard: expr | null
  body: stmt[]
}

/** Any node. */
export type AST =
  | Module
  | stmt
  | expr
  | comprehension
  | ExceptHandler
  | arguments_
  | arg
  | keyword
  | alias
  | withitem
  | match_case
  | pattern
  | type_param
