// From a finished unit to blocks in their final order: the passes the profile names, one after the other
// (CPython: _PyCfg_OptimizeCodeUnit, _PyCfg_OptimizedCfgToInstructionSequence; assemble() of 3.11's compile.c).

import type { FlowgraphPass } from '../../profiles/index.ts'
import type { Compiler } from '../compiler.ts'
import type { Unit } from '../unit.ts'
import type { Graph } from './blocks.ts'
import { buildBlocks } from './build.ts'
import { pushColdBlocksToEnd } from './cold.ts'
import { removeUnusedConsts, trimUnusedConsts } from './constants.ts'
import { labelExceptionTargets, markExceptHandlers } from './exceptions.ts'
import { extendBlocks, inlineSmallExits, inlineSmallOrUnlocatedBlocks } from './inline.ts'
import { resolveLineNumbers } from './lines.ts'
import { optimizeLoadConst } from './loadconst.ts'
import { optimizeLoadFast } from './loadfast.ts'
import { prepareLocalsplus } from './localsplus.ts'
import {
  eliminateEmptyBlocks,
  removeNops,
  removeNopsAndJumps,
  removeNopsAndPairs,
  removeRedundantJumps,
} from './nops.ts'
import { optimizeAndCleanBlocks, optimizeBasicBlocks } from './peephole.ts'
import { convertConditionalJumps, convertPseudoOps, normalizeJumps } from './pseudo.ts'
import { removeUnreachable } from './reachable.ts'
import { calculateStackdepth } from './stackdepth.ts'
import { insertSuperinstructions } from './superinstructions.ts'
import { checkUnboundLocals } from './unbound.ts'

const PASSES: Record<FlowgraphPass, (g: Graph) => void> = {
  mark_except_handlers: markExceptHandlers,
  label_exception_targets: labelExceptionTargets,
  extend_blocks: extendBlocks,
  inline_small_exit_blocks: inlineSmallExits,
  inline_small_or_no_lineno_blocks: inlineSmallOrUnlocatedBlocks,
  eliminate_empty_basic_blocks: eliminateEmptyBlocks,
  remove_unreachable: removeUnreachable,
  resolve_line_numbers: resolveLineNumbers,
  optimize_load_const: optimizeLoadConst,
  optimize_basic_blocks: optimizeBasicBlocks,
  optimize_and_clean_blocks: optimizeAndCleanBlocks,
  remove_redundant_nops: (g) => void removeNops(g),
  remove_redundant_jumps: (g) => void removeRedundantJumps(g),
  remove_redundant_nops_and_pairs: removeNopsAndPairs,
  remove_redundant_nops_and_jumps: removeNopsAndJumps,
  remove_unused_consts: removeUnusedConsts,
  trim_unused_consts: trimUnusedConsts,
  add_checks_for_loads_of_uninitialized_variables: checkUnboundLocals,
  insert_superinstructions: insertSuperinstructions,
  push_cold_blocks_to_end: pushColdBlocksToEnd,
  convert_pseudo_conditional_jumps: convertConditionalJumps,
  calculate_stackdepth: calculateStackdepth,
  prepare_localsplus: prepareLocalsplus,
  convert_pseudo_ops: convertPseudoOps,
  normalize_jumps: normalizeJumps,
  optimize_load_fast: optimizeLoadFast,
}

/** Run the profile's passes over the unit. */
export function optimize(c: Compiler, unit: Unit, flags: number): Graph {
  const g: Graph = {
    entry: buildBlocks(unit, c.facts),
    unit,
    facts: c.facts,
    opcodes: c.opcodes,
    consts: unit.consts.slice(),
    constants: c.constants,
    flags,
    stacksize: 0,
  }
  for (const pass of c.facts.passes) PASSES[pass](g)
  return g
}
