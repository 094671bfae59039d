// From the instructions codegen emitted to blocks (CPython: _PyCfg_FromInstructionSequence, compiler_use_next_block).

import type { CompilerFacts } from '../../profiles/index.ts'
import type { Emitted, Label, Unit } from '../unit.ts'
import { Block, isScopeExit, isUnconditionalJump, lastOf, newInstr } from './blocks.ts'

/** Put the code made for a module's annotations where it belongs. */
function insertAnnotations(unit: Unit): void {
  const { annotationsPlaceholder: at, annotationsCode } = unit
  if (at < 0 || !annotationsCode.length) return
  unit.code.splice(at, 0, ...annotationsCode)
  for (const label of unit.labels) if (label.index >= at) label.index += annotationsCode.length
}

/** The first block of the unit's graph, jump targets resolved. */
export function buildBlocks(unit: Unit, facts: CompilerFacts): Block {
  insertAnnotations(unit)
  const { code } = unit
  const starts = blockStarts(unit, facts)
  const blockAt = new Map<number, Block>()
  const blockOfLabel = new Map<Label, Block>()
  const entry = new Block()
  let current = entry
  const startBlock = (made: number) => {
    const block = new Block()
    block.made = made
    current.next = block
    current = block
  }
  const targets: { instr: ReturnType<typeof newInstr>; label: Label }[] = []
  for (let i = 0; i <= code.length; i++) {
    const labels = starts.get(i)
    if (labels && facts.blockLabels === 'each-use') {
      for (const label of labels) {
        startBlock(label.made)
        current.isLabel = true
        blockOfLabel.set(label, current)
      }
    } else if (labels) {
      if (current.instrs.length > 0 || current.isLabel) startBlock(0)
      current.isLabel = true
      blockAt.set(i, current)
    }
    if (i === code.length) break
    if (isTerminated(current)) startBlock(code[i].made)
    const emitted: Emitted = code[i]
    const instr = newInstr(emitted.op, emitted.arg, emitted.loc)
    if (emitted.label) targets.push({ instr, label: emitted.label })
    current.instrs.push(instr)
    // Only after it is known that the jump ends the block.
    if (emitted.label && !isPush(emitted.op)) instr.target = current
  }
  for (const { instr, label } of targets) {
    instr.target = (facts.blockLabels === 'each-use' ? blockOfLabel.get(label) : blockAt.get(label.index)) ?? null
  }
  return entry
}

function isPush(op: string): boolean {
  return op.startsWith('SETUP_') && op !== 'SETUP_ANNOTATIONS'
}

function isTerminated(block: Block): boolean {
  const last = lastOf(block)
  return last !== undefined && (last.target !== null || isScopeExit(last.op) || isUnconditionalJump(last.op))
}

function blockStarts(unit: Unit, facts: CompilerFacts): Map<number, Label[]> {
  const targeted = new Set<number>()
  if (facts.blockLabels === 'targets') for (const { label } of unit.code) if (label) targeted.add(label.index)
  const starts = new Map<number, Label[]>()
  for (const label of unit.labels) {
    if (facts.blockLabels === 'targets' && !targeted.has(label.index)) continue
    const there = starts.get(label.index)
    if (there) there.push(label)
    else starts.set(label.index, [label])
  }
  return starts
}
