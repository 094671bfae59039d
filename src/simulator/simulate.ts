// The simulator with the whole library at hand: for the command line, the build and the tests. A page's worker takes
// pipeline.ts instead, and the library part by part.

import { bringEverything } from './modules/everything.ts'
import { bringLoop } from './vm/ceval.ts'
import { _PyEval_EvalFrameDefault } from './vm/evalframe.ts'

export type { Request, Run } from './pipeline.ts'
export { DEFAULT_BUDGETS, RECORD, simulate, translate } from './pipeline.ts'

bringEverything()
bringLoop(_PyEval_EvalFrameDefault)
