// The facts by which the compilers of the versions differ: which opcodes exist, what is folded when, which passes run.
// Where a difference is only that an instruction exists or not, the opcode table itself says it.

/** Passes over the flow graph, by CPython's names. */
export type FlowgraphPass =
  | 'mark_except_handlers'
  | 'label_exception_targets'
  | 'extend_blocks'
  | 'inline_small_exit_blocks'
  | 'inline_small_or_no_lineno_blocks'
  | 'eliminate_empty_basic_blocks'
  | 'remove_unreachable'
  | 'resolve_line_numbers'
  | 'optimize_load_const'
  | 'optimize_basic_blocks'
  | 'optimize_and_clean_blocks'
  | 'remove_redundant_nops'
  | 'remove_redundant_jumps'
  | 'remove_redundant_nops_and_pairs'
  | 'remove_redundant_nops_and_jumps'
  | 'remove_unused_consts'
  | 'trim_unused_consts'
  | 'add_checks_for_loads_of_uninitialized_variables'
  | 'insert_superinstructions'
  | 'push_cold_blocks_to_end'
  | 'convert_pseudo_conditional_jumps'
  | 'calculate_stackdepth'
  | 'prepare_localsplus'
  | 'convert_pseudo_ops'
  | 'normalize_jumps'
  | 'optimize_load_fast'

/** What symtable, codegen, flowgraph and assemble ask of a version. */
export interface CompilerFacts {
  /** The name of the opcode table (compiler/opcodes) this version uses. */
  readonly opcodes: '3.11' | '3.12' | '3.13' | '3.14' | '3.15'

  // Symbol table

  /** List, set and dict comprehensions run in the block they stand in (PEP 709). */
  readonly inlineComprehensions: boolean
  /** Annotations are functions, called when asked for (PEP 649). */
  readonly deferredAnnotations: boolean
  /** Which names of a comprehension in a class body are kept apart from the class's. */
  readonly inlinedClassNames: 'all' | 'bound'
  /** While an inlined comprehension is compiled, names it only uses have its scope too, so that no import is known to be one. */
  readonly inlinedScopesOfAll: boolean
  /** What the error calls a parameter. */
  readonly duplicateArgument: 'argument' | 'parameter'
  readonly futureErrorAt: 'statement' | 'alias'

  // Folding

  /** Constant expressions are folded on the tree, or on the graph after code generation. */
  readonly folding: 'tree' | 'graph'
  /** Real operands of complex arithmetic stay real. */
  readonly mixedComplex: boolean
  /** `~True` is folded. */
  readonly invertBool: boolean
  /** `a[1:2]` loads one constant. */
  readonly constantSlices: boolean
  /** Functions without docstring have None as their first constant. */
  readonly noneFirst: boolean
  /** Docstrings lose their indentation. */
  readonly cleanDocstrings: boolean

  // Code generation

  /** PUSH_NULL comes before or after the callable. */
  readonly pushNull: 'before' | 'after'
  /** How far the comparison is shifted in the argument of COMPARE_OP; 0: the argument is the comparison. */
  readonly compareShift: 0 | 4 | 5
  /** How `and` and `or` keep the value that decides. */
  readonly boolop: 'jump-or-pop' | 'copy' | 'pseudo'
  /** The jump made where the source has none. */
  readonly artificialJump: 'JUMP' | 'JUMP_NO_INTERRUPT'
  /** The current place is a variable of the compiler, not handed down: what a statement emits itself is at the statement. */
  readonly placeIsVariable: boolean
  /** `while` tests its condition at the top, or once more at the end. */
  readonly whileTest: 'at-top' | 'again-at-end'
  /** The place of GET_ITER and FOR_ITER of a `for` statement. */
  readonly iterationAt: 'statement' | 'iterable'
  readonly endAsyncForAt: 'statement' | 'iterable'
  /** A NOP keeps the line of the target of `for`. */
  readonly nopForTarget: boolean
  /** END_FOR drops the last item only: another instruction drops the iterator. */
  readonly popAfterEndFor: boolean
  /** GET_ITER leaves two values, and is part of the loop. */
  readonly iterableStaysOnStack: boolean
  /** The generator expression itself calls GET_ITER. */
  /** What RETURN_VALUE of a lambda points at: the line it begins on, or its body. */
  readonly lambdaReturnAt: 'line' | 'body'
  readonly genexpIterates: boolean
  /** ... at the call already, before there is a generator. */
  readonly genexpMakesIterator: boolean
  readonly comprehensionIterationAt: 'comprehension' | 'iterable'
  readonly comprehensionElementAt: 'comprehension' | 'element'
  /** Calls of these builtins with a generator expression run in place. */
  readonly inlinedBuiltins: readonly string[]
  readonly formatSpecEndsWithString: boolean
  readonly emptyFString: 'BUILD_STRING' | 'constant'
  /** The place of the instructions that enter and leave a `with` statement. */
  readonly withAt: 'statement' | 'expression'
  /** The order of the two ends of a `with` that an exception left. */
  readonly withCleanupFirst: boolean
  /** `except*` copies the group before it makes its list. */
  readonly groupCopiedFirst: boolean
  readonly typeParamBoundAt: 'parameter' | 'bound'
  /** A warning of `is` with a literal names the literal's type. */
  readonly namesLiteralType: boolean
  /** A `finally` block, which is compiled twice, warns once. */
  readonly warnsOnce: boolean
  /** Leaving a `finally` block by `return`, `break` or `continue` is warned of (PEP 765). */
  readonly warnsOfFinally: boolean
  readonly assertRaisesAt: 'statement' | 'test'
  /** The argument YIELD_VALUE has in `yield from` and `await`. */
  readonly yieldFromFlag: 0 | 1
  readonly yieldFromOutside: string
  /** Classes get `__firstlineno__` and `__static_attributes__`. */
  readonly classFirstLine: boolean
  /** Whether the parser joins a literal of bytes to empty ones, so that its arena owns it twice (3.12, 3.13). */
  readonly bytesJoined: boolean
  readonly classStaticAttributes: boolean
  /** The `__annotate__` of a function has the function's name in front. */
  readonly annotateNamedAfterFunction: boolean
  readonly importNameShift: 0 | 2
  /** The place of the POP_TOP that drops the subject of a `match` that matched. */
  readonly matchPopAt: 'pattern' | 'next'
  readonly returnAtEnd: 'always' | 'if-needed'

  // Flow graph

  /** What begins a block: each use of a label, each place with a label, each place that is jumped to. */
  readonly blockLabels: 'each-use' | 'each-place' | 'targets'
  readonly passes: readonly FlowgraphPass[]
  readonly popBlock: 'nop-at-once' | 'kept'
  /** Where it is noted how deep in handlers a generator waits. */
  readonly yieldDepth: 'nowhere' | 'in-yield' | 'in-resume'
  /** The bit of RESUME that says so. */
  readonly resumeDepth1: 4 | 8
  readonly loadConstPass: 'in-peephole' | 'own'
  readonly returnConst: 'with-load' | 'none'
  readonly swapsLast: boolean
  readonly storeTwice: boolean
  readonly invertTests: boolean
  readonly jumpThreading: 'same-line' | 'same-or-no-line' | 'append'
  readonly threadNoInterrupt: boolean
  readonly nopsLookPastUnlocated: boolean
  /** In which order the blocks are asked that jump to ends without lines. */
  readonly duplicateExitsFrom: 'first' | 'last-made'
  readonly evalBreaksNeedLines: boolean
  readonly guaranteeExitLines: boolean
  readonly pairUnlocated: boolean
  /** A jump added behind a handler takes the line of what precedes it. */
  readonly coldJumpInherits: boolean
  readonly coldCleanup: 'jumps' | 'nops-and-jumps'
  readonly pseudoCleanup: 'nops' | 'nops-and-jumps'
  /** The handler of instructions that passes add at the end of a block: see Block.staleHandlers. */
  readonly addedHandlers: 'stale' | 'own'
  readonly backwardJumpAt: 'condition' | 'nowhere'
  readonly borrowWalksEmptyBlocks: boolean
  readonly deleteKillsBorrow: boolean
  /** Instructions that may hand their input on, so that it counts as still on the stack. */
  /** What an instruction pushes that keeps its inputs is put down to the first instructions of the block. */
  readonly borrowBlamesFirst: boolean
  readonly borrowKept: readonly string[]

  // Assembler

  readonly generatorStartDepth: 0 | 1
  readonly generatorPopAt: 'first-line' | 'nowhere'
  readonly smallestStack: 0 | 1
  /** CO_HAS_DOCSTRING and CO_METHOD are set. */
  readonly docstringFlag: boolean
  /** Neighbouring instructions of the same place share an entry of the line table. */
  readonly mergesPlaces: boolean
  /** Attributes of code objects that not every version has, of those that are refused. */
  readonly codeAttributes: readonly string[]
  readonly methodFlag: boolean
}
