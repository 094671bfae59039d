// class (CPython: codegen_class, codegen_class_body).

import type * as ast from '../../parser/ast.ts'
import type { Code } from '../code.ts'
import type { Compiler } from '../compiler.ts'
import { intConstant, NONE, strConstant, tupleConstant } from '../constants.ts'
import { type Location, locationOf, NO_LOCATION } from '../location.ts'
import { indexOf } from '../unit.ts'
import { compileBody } from './body.ts'
import { callHelper } from './calls.ts'
import { makeClosure } from './closures.ts'
import { applyDecorators, firstLineOf } from './functions.ts'
import { nameop } from './names.ts'
import { beforeGeneric, callGeneric, enterTypeParamScope } from './typeparams.ts'

export function visitClassDef(c: Compiler, s: ast.ClassDef): void {
  const loc = locationOf(s)
  c.visitAll(s.decorator_list)
  const firstlineno = firstLineOf(s)
  const generic = s.type_params.length > 0
  if (generic) {
    beforeGeneric(c, loc)
    enterTypeParamScope(c, s.name, s.type_params, firstlineno, s.name, 0)
    nameop(c, loc, '.type_params', 'Store')
  }
  const code = classBody(c, s, firstlineno)
  if (c.facts.pushNull === 'before') c.op(loc, 'PUSH_NULL')
  c.op(loc, 'LOAD_BUILD_CLASS')
  if (c.facts.pushNull === 'after') c.op(loc, 'PUSH_NULL')
  makeClosure(c, loc, code, 0)
  c.loadConst(loc, strConstant(s.name, true))
  if (generic) {
    nameop(c, loc, '.type_params', 'Load')
    c.intrinsic1(loc, 'INTRINSIC_SUBSCRIPT_GENERIC', '')
    nameop(c, loc, '.generic_base', 'Store')
    callHelper(c, loc, 2, s.bases, s.keywords, '.generic_base')
    callGeneric(c, loc, 0)
  } else {
    callHelper(c, loc, 2, s.bases, s.keywords)
  }
  applyDecorators(c, s.decorator_list)
  nameop(c, loc, s.name, 'Store')
}

function classBody(c: Compiler, s: ast.ClassDef, firstlineno: number): Code {
  const entry = c.entryOf(s)
  c.enterScope('class', entry, s.name, firstlineno, s.name)
  const loc: Location = { lineno: firstlineno, end_lineno: firstlineno, col: 0, end_col: 0 }
  nameop(c, loc, '__name__', 'Load')
  nameop(c, loc, '__module__', 'Store')
  c.loadConst(loc, strConstant(c.u.qualname, c.u.qualname === s.name))
  nameop(c, loc, '__qualname__', 'Store')
  if (c.facts.classFirstLine) {
    c.loadConst(loc, intConstant(firstlineno))
    nameop(c, loc, '__firstlineno__', 'Store')
  }
  if (s.type_params.length) {
    nameop(c, loc, '.type_params', 'Load')
    nameop(c, loc, '__type_params__', 'Store')
  }
  if (entry.needsClassDict) {
    c.op(loc, 'LOAD_LOCALS')
    c.op(loc, 'STORE_DEREF', indexOf(c.u.cellvars, '__classdict__'))
  }
  if (entry.hasConditionalAnnotations) {
    c.op(loc, 'BUILD_SET', 0)
    c.op(loc, 'STORE_DEREF', indexOf(c.u.cellvars, '__conditional_annotations__'))
  }
  compileBody(c, loc, s.body)
  if (c.facts.classStaticAttributes) {
    const names = [...c.u.staticAttributes].sort().map((name) => strConstant(name))
    c.loadConst(NO_LOCATION, tupleConstant(names))
    nameop(c, NO_LOCATION, '__static_attributes__', 'Store')
  }
  if (entry.needsClassDict) {
    c.op(NO_LOCATION, 'LOAD_CLOSURE', indexOf(c.u.cellvars, '__classdict__'))
    nameop(c, NO_LOCATION, '__classdictcell__', 'Store')
  }
  if (entry.needsClassClosure) {
    c.op(NO_LOCATION, 'LOAD_CLOSURE', indexOf(c.u.cellvars, '__class__'))
    c.op(NO_LOCATION, 'COPY', 1)
    nameop(c, NO_LOCATION, '__classcell__', 'Store')
  } else {
    c.loadConst(NO_LOCATION, NONE)
  }
  c.op(NO_LOCATION, 'RETURN_VALUE')
  return c.exitScope(true)
}
