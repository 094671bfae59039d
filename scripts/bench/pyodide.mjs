// @ts-check
// Pyodide as a peer (see serve.mjs): CPython as WebAssembly.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { loadPyodide } from 'pyodide'
import { now, serve } from './serve.mjs'

const { version } = createRequire(import.meta.url)('pyodide/package.json')
let output = ''
const python = await loadPyodide({
  stdout: (line) => {
    output += `${line}\n`
  },
})
python.runPython(readFileSync(new URL('tracer.py', import.meta.url), 'utf8'))
python.runPython(`
def run_plain(source, traced):
    namespace = {'__name__': '__main__'}
    code = compile(source, 'main.py', 'exec')
    return run_traced(code, namespace) if traced else exec(code, namespace)
`)
const run = python.globals.get('run_plain')

serve(version, ({ source, traced }) => {
  output = ''
  const start = now()
  const steps = run(source, traced)
  return { ms: now() - start, output, steps }
})
