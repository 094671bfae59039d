// Constants and their merging across one file (CPython: _PyCode_ConstantKey, merge_consts_recursive and the const_cache).

import type { ConstantValue } from '../parser/ast.ts'
import type { Code, Constant } from './code.ts'

export const NONE: Constant = { kind: 'None' }
export const TRUE: Constant = { kind: 'bool', value: true }
export const FALSE: Constant = { kind: 'bool', value: false }
export const ELLIPSIS: Constant = { kind: 'Ellipsis' }

/** The constant of a literal token. */
export function constantOf(value: ConstantValue, literal = true): Constant {
  switch (value.type) {
    case 'None':
      return NONE
    case 'Ellipsis':
      return ELLIPSIS
    case 'bool':
      return value.value ? TRUE : FALSE
    case 'int':
      return { kind: 'int', value: value.value, literal }
    case 'float':
      return { kind: 'float', value: value.value, literal }
    case 'complex':
      return { kind: 'complex', real: 0, imag: value.imag, literal }
    case 'str':
      return { kind: 'str', value: value.value, literal }
    case 'bytes':
      return { kind: 'bytes', value: value.value, literal }
  }
}

export function strConstant(value: string, literal = false): Constant {
  return { kind: 'str', value, literal }
}

export function intConstant(value: number | bigint, literal = false): Constant {
  return { kind: 'int', value: BigInt(value), literal }
}

export function tupleConstant(items: readonly Constant[], literal = false): Constant {
  return { kind: 'tuple', items, literal }
}

function floatKey(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value)
}

/** The constants of one file: equal ones of the same type become the same object. */
export class ConstantCache {
  private readonly merged = new Map<string, Constant>()
  private readonly identities = new Map<Constant, number>()
  private readonly codes = new Map<string, { code: Code; constant: Constant }[]>()

  /** merge_consts_recursive: the object that stands for all constants equal to this one. */
  merge(constant: Constant): Constant {
    if (constant.kind === 'tuple' || constant.kind === 'frozenset') {
      constant = { ...constant, items: constant.items.map((item) => this.merge(item)) }
    } else if (constant.kind === 'slice') {
      const { start, stop, step } = constant
      constant = { kind: 'slice', start: this.merge(start), stop: this.merge(stop), step: this.merge(step) }
    } else if (constant.kind === 'code') {
      return this.mergeCode(constant, constant.code)
    }
    const key = this.keyOf(constant)
    const known = this.merged.get(key)
    if (known) return known
    this.merged.set(key, constant)
    return constant
  }

  private keyOf(constant: Constant): string {
    switch (constant.kind) {
      case 'None':
      case 'Ellipsis':
        return constant.kind
      case 'bool':
        return constant.value ? 'True' : 'False'
      case 'int':
        return `i${constant.value}`
      case 'float':
        return Number.isNaN(constant.value) ? `n${this.identity(constant)}` : `f${floatKey(constant.value)}`
      case 'complex':
        return `c${floatKey(constant.real)},${floatKey(constant.imag)}`
      case 'str':
        return `s${constant.value}`
      case 'bytes':
        return `b${Array.from(constant.value).join(',')}`
      case 'tuple':
        return `(${constant.items.map((item) => this.identity(item)).join(',')}`
      case 'frozenset':
        return `{${constant.items
          .map((item) => this.identity(item))
          .sort((a, b) => a - b)
          .join(',')}`
      case 'slice':
        return `:${[constant.start, constant.stop, constant.step].map((item) => this.identity(item)).join(',')}`
      case 'code':
        return `code${this.identity(constant)}`
    }
  }

  private identity(constant: Constant): number {
    let id = this.identities.get(constant)
    if (id === undefined) {
      id = this.identities.size
      this.identities.set(constant, id)
    }
    return id
  }

  /** Code made twice from the same place (the body of `finally`) is one constant where it came out equal. */
  private mergeCode(constant: Constant, code: Code): Constant {
    const key = `${code.co_firstlineno} ${code.co_name}`
    const known = this.codes.get(key) ?? []
    for (const it of known) if (sameCode(it.code, code)) return it.constant
    known.push({ code, constant })
    this.codes.set(key, known)
    return constant
  }
}

/** code_richcompare: consts must already be merged. */
function sameCode(a: Code, b: Code): boolean {
  return (
    a.co_argcount === b.co_argcount &&
    a.co_posonlyargcount === b.co_posonlyargcount &&
    a.co_kwonlyargcount === b.co_kwonlyargcount &&
    a.co_flags === b.co_flags &&
    a.co_consts.length === b.co_consts.length &&
    a.co_consts.every((it, i) => it === b.co_consts[i]) &&
    a.co_names.join() === b.co_names.join() &&
    a.co_localsplusnames.join() === b.co_localsplusnames.join() &&
    JSON.stringify(a.instructions) === JSON.stringify(b.instructions) &&
    JSON.stringify(a.co_exceptiontable) === JSON.stringify(b.co_exceptiontable)
  )
}
