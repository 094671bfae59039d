// Which file compiles which node (CPython: codegen_visit_expr, codegen_visit_stmt).

import type * as ast from '../../parser/ast.ts'
import type { Compiler } from '../compiler.ts'
import { locationOf, NO_LOCATION } from '../location.ts'
import { visitAnnAssign } from './annotations.ts'
import { visitAssign, visitAugAssign, visitBinOp, visitExprStmt, visitNamedExpr, visitUnaryOp } from './assignments.ts'
import { visitAttribute, visitCall } from './calls.ts'
import { visitClassDef } from './classes.ts'
import { buildCollection, LIST, SET, TUPLE, visitConstant, visitDict, visitSequence } from './collections.ts'
import { visitComprehension } from './comprehensions.ts'
import { visitTryStar } from './exceptgroups.ts'
import { visitAssert, visitRaise, visitTry } from './exceptions.ts'
import { visitFunctionDef, visitLambda } from './functions.ts'
import { visitAwait, visitYield, visitYieldFrom } from './generators.ts'
import { visitImport, visitImportFrom } from './imports.ts'
import { visitBoolOp, visitCompare, visitIfExp } from './jumps.ts'
import { visitAsyncFor, visitFor, visitIf, visitWhile } from './loops.ts'
import { visitMatch } from './match.ts'
import { nameop } from './names.ts'
import { visitFormattedValue, visitInterpolation, visitJoinedStr, visitTemplateStr } from './strings.ts'
import { visitSlice, visitSubscript } from './subscripts.ts'
import { visitTypeAlias } from './typeparams.ts'
import { visitBreak, visitContinue, visitReturn } from './unwind.ts'
import { visitWith } from './with.ts'

export function visitExpr(c: Compiler, e: ast.expr): void {
  switch (e.nodeType) {
    case 'Name':
      return nameop(c, locationOf(e), e.id, e.ctx)
    case 'Constant':
      return visitConstant(c, e)
    case 'Attribute':
      return visitAttribute(c, e)
    case 'Subscript':
      return visitSubscript(c, e)
    case 'Call':
      return visitCall(c, e)
    case 'BinOp':
      return visitBinOp(c, e)
    case 'UnaryOp':
      return visitUnaryOp(c, e)
    case 'BoolOp':
      return visitBoolOp(c, e)
    case 'Compare':
      return visitCompare(c, e)
    case 'IfExp':
      return visitIfExp(c, e)
    case 'NamedExpr':
      return visitNamedExpr(c, e)
    case 'List':
      return visitSequence(c, e, LIST)
    case 'Tuple':
      return visitSequence(c, e, TUPLE)
    case 'Set':
      return buildCollection(c, locationOf(e), e.elts, 0, SET)
    case 'Dict':
      return visitDict(c, e)
    case 'Lambda':
      return visitLambda(c, e)
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
    case 'GeneratorExp':
      return visitComprehension(c, e)
    case 'JoinedStr':
      return visitJoinedStr(c, e)
    case 'FormattedValue':
      return visitFormattedValue(c, e)
    case 'TemplateStr':
      return visitTemplateStr(c, e)
    case 'Interpolation':
      return visitInterpolation(c, e)
    case 'Yield':
      return visitYield(c, e)
    case 'YieldFrom':
      return visitYieldFrom(c, e)
    case 'Await':
      return visitAwait(c, e)
    case 'Slice':
      return visitSlice(c, e)
    case 'Starred':
      return c.error(
        e.ctx === 'Store'
          ? 'starred assignment target must be in a list or tuple'
          : "can't use starred expression here",
        locationOf(e),
      )
  }
}

export function visitStmt(c: Compiler, s: ast.stmt): void {
  c.place = locationOf(s)
  switch (s.nodeType) {
    case 'Expr':
      visitExprStmt(c, s)
      c.place = NO_LOCATION
      return
    case 'Assign':
      return visitAssign(c, s)
    case 'AugAssign':
      return visitAugAssign(c, s)
    case 'AnnAssign':
      return visitAnnAssign(c, s)
    case 'Return':
      return visitReturn(c, s)
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      return visitFunctionDef(c, s)
    case 'ClassDef':
      return visitClassDef(c, s)
    case 'Delete':
      return c.visitAll(s.targets)
    case 'If':
    case 'While':
    case 'For':
    case 'AsyncFor':
    case 'With':
    case 'AsyncWith':
    case 'Try':
    case 'TryStar':
    case 'Match':
      c.u.conditionalBlocks++
      visitBlock(c, s)
      c.u.conditionalBlocks--
      if (ENDS_NOWHERE.has(s.nodeType)) c.place = NO_LOCATION
      return
    case 'Raise':
      return visitRaise(c, s)
    case 'Assert':
      return visitAssert(c, s)
    case 'Import':
      return visitImport(c, s)
    case 'ImportFrom':
      return visitImportFrom(c, s)
    case 'Global':
    case 'Nonlocal':
      return
    case 'Pass':
      return c.op(locationOf(s), 'NOP')
    case 'Break':
      return visitBreak(c, s)
    case 'Continue':
      return visitContinue(c, s)
    case 'TypeAlias':
      return visitTypeAlias(c, s)
  }
}

/** Statements that end in code without a place. */
const ENDS_NOWHERE = new Set<string>(['For', 'AsyncFor', 'With', 'AsyncWith'])

type Block = ast.If | ast.While | ast.For | ast.AsyncFor | ast.With | ast.AsyncWith | ast.Try | ast.TryStar | ast.Match

function visitBlock(c: Compiler, s: Block): void {
  switch (s.nodeType) {
    case 'If':
      return visitIf(c, s)
    case 'While':
      return visitWhile(c, s)
    case 'For':
      return visitFor(c, s)
    case 'AsyncFor':
      return visitAsyncFor(c, s)
    case 'With':
    case 'AsyncWith':
      return visitWith(c, s)
    case 'Try':
      return visitTry(c, s)
    case 'TryStar':
      return visitTryStar(c, s)
    case 'Match':
      return visitMatch(c, s)
  }
}
