// Real CPython as WebAssembly (npm `pyodide`): the judge that every machine with the project's packages has. It stands for
// the 3.14.0 profile, for which there may be no other. One interpreter runs one program after the other, each as
// `python main.py` would, and is tidied up in between; it is 32-bit, and it does not go through the interpreter's exit.

import { loadPyodide } from 'pyodide'
import { FILE_NAME, type Interpreter, typedFor } from './interpreter.ts'
import type { Observation } from './recordings.ts'

const HOME = '/home/pyodide'

/** Leaves `__main__`, the collector, tracemalloc and sys as they were at the start. */
const TIDY = `
import gc, sys, _tracemalloc
_tracemalloc.stop()
if 'linecache' in sys.modules:
    sys.modules['linecache'].clearcache()
names = sys.modules['__main__'].__dict__
for name in [name for name in names if name not in kept]:
    del names[name]
for name in ('last_exc', 'last_type', 'last_value', 'last_traceback'):
    if hasattr(sys, name):
        delattr(sys, name)
sys.setrecursionlimit(recursion)
sys.unraisablehook = sys.__unraisablehook__
gc.callbacks.clear()
gc.set_debug(0)
gc.unfreeze()
gc.set_threshold(*thresholds)
gc.enable()
gc.collect()
gc.garbage.clear()
`
const KEEP = `
import gc, sys
kept = set(sys.modules['__main__'].__dict__)
recursion = sys.getrecursionlimit()
thresholds = gc.get_threshold()
`

/** What WebAssembly does not give it: threads to start, and a way to wait for an event loop. */
const LACKING = /^RuntimeError: (?:can't start new thread|Cannot stack switch)/m

/** What this file uses of Emscripten's module, which pyodide does not describe. */
interface Main {
  _run_main(): number
}

/** Starts the interpreter. It gives `null` for a program it cannot judge: one that ends or breaks the interpreter,
 * or needs what the platform lacks. */
export async function startPyodide(): Promise<Interpreter> {
  const written: Record<'stdout' | 'stderr', Uint8Array[]> = { stdout: [], stderr: [] }
  const output = (stream: 'stdout' | 'stderr') =>
    Buffer.concat(written[stream].splice(0)).toString('utf8').replaceAll(`${HOME}/`, '')
  const start = async () => {
    const python = await loadPyodide({ args: [FILE_NAME], env: { PYTHONHASHSEED: '0', HOME } })
    python.setStdout({ write: (bytes) => written.stdout.push(bytes.slice()) && bytes.length })
    python.setStderr({ write: (bytes) => written.stderr.push(bytes.slice()) && bytes.length })
    const globals = python.toPy({})
    python.runPython(KEEP, { globals })
    return { python, tidy: () => python.runPython(TIDY, { globals }) }
  }
  let running: Awaited<ReturnType<typeof start>> | null = await start()
  const version: string = running.python.runPython('import sys; ".".join(map(str, sys.version_info[:3]))')
  const run = async (text: string): Promise<Observation | null> => {
    running ??= await start()
    const { python, tidy } = running
    python.FS.writeFile(`${HOME}/${FILE_NAME}`, text)
    const typed = typedFor(text)
    python.setStdin({ stdin: () => typed.shift() })
    try {
      const exit = (python as unknown as { _module: Main })._module._run_main()
      const observation = { exit, stdout: output('stdout'), stderr: output('stderr') }
      tidy()
      // It prints SystemExit as any other exception and goes on.
      return /^SystemExit\b/m.test(observation.stderr) || LACKING.test(observation.stderr) ? null : observation
    } catch {
      running = null
      return null
    } finally {
      output('stdout')
      output('stderr')
    }
  }
  const immortal: number = running.python.runPython('sys.getrefcount(None)')
  const restart = () => {
    running = null
  }
  return { version, platform: 'emscripten 32-bit', immortal, withoutExit: true, run, restart }
}
