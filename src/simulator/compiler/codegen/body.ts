// The body of a module or class: docstring, statements, annotations (CPython: codegen_body, _PyCodegen_Module).

import type * as ast from '../../parser/ast.ts'
import type { Compiler } from '../compiler.ts'
import { strConstant } from '../constants.ts'
import { type Location, locationOf, NO_LOCATION } from '../location.ts'
import { deferredAnnotations, hasAnnotations } from './annotations.ts'
import { cleanDocstring, docstringOf } from './docstrings.ts'
import { nameop } from './names.ts'

/** codegen_body. */
export function compileBody(c: Compiler, loc: Location, body: readonly ast.stmt[]): void {
  const first = body[0]
  const place = c.u.type === 'module' && first ? locationOf(first) : loc
  if (!c.facts.deferredAnnotations && hasAnnotations(body)) c.op(place, 'SETUP_ANNOTATIONS')
  if (!first) return
  const docstring = docstringOf(body)
  if (docstring !== null && first.nodeType === 'Expr') {
    const text = c.facts.cleanDocstrings ? cleanDocstring(docstring) : docstring
    c.loadConst(locationOf(first.value), strConstant(text, text === docstring))
    nameop(c, NO_LOCATION, '__doc__', 'Store')
  }
  c.body(docstring === null ? body : body.slice(1))
  deferredAnnotations(c, place)
}
