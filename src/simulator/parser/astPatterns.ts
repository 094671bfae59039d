// CPython: Parser/Python.asdl, the patterns of `case` and the type parameters. ast.ts is the door.

import type { ConstantValue, expr, Position } from './astExpressions.ts'

export interface MatchValue extends Position {
  nodeType: 'MatchValue'
  value: expr
}
export interface MatchSingleton extends Position {
  nodeType: 'MatchSingleton'
  value: ConstantValue
}
export interface MatchSequence extends Position {
  nodeType: 'MatchSequence'
  patterns: pattern[]
}
export interface MatchMapping extends Position {
  nodeType: 'MatchMapping'
  keys: expr[]
  patterns: pattern[]
  rest: string | null
}
export interface MatchClass extends Position {
  nodeType: 'MatchClass'
  cls: expr
  patterns: pattern[]
  kwd_attrs: string[]
  kwd_patterns: pattern[]
}
export interface MatchStar extends Position {
  nodeType: 'MatchStar'
  name: string | null
}
export interface MatchAs extends Position {
  nodeType: 'MatchAs'
  pattern: pattern | null
  name: string | null
}
export interface MatchOr extends Position {
  nodeType: 'MatchOr'
  patterns: pattern[]
}

export type pattern =
  | MatchValue
  | MatchSingleton
  | MatchSequence
  | MatchMapping
  | MatchClass
  | MatchStar
  | MatchAs
  | MatchOr

// Type parameters (3.12)

export interface TypeVar extends Position {
  nodeType: 'TypeVar'
  name: string
  bound: expr | null
  default_value: expr | null
}
export interface ParamSpec extends Position {
  nodeType: 'ParamSpec'
  name: string
  default_value: expr | null
}
export interface TypeVarTuple extends Position {
  nodeType: 'TypeVarTuple'
  name: string
  default_value: expr | null
}

export type type_param = TypeVar | ParamSpec | TypeVarTuple
