// @ts-check
// Skulpt as a peer (see serve.mjs).

import { createRequire } from 'node:module'
import { now, serve } from './serve.mjs'

const require = createRequire(import.meta.url)
require('skulpt/dist/skulpt.min.js')
require('skulpt/dist/skulpt-stdlib.js')
const Sk = Reflect.get(globalThis, 'Sk')
const { version } = require('skulpt/package.json')

serve(version, ({ source }) => {
  let output = ''
  Sk.configure({
    output: (/** @type {string} */ text) => {
      output += text
    },
    read(/** @type {string} */ file) {
      const text = Sk.builtinFiles.files[file]
      if (text === undefined) throw new Error(`no file ${file}`)
      return text
    },
    __future__: Sk.python3,
  })
  const start = now()
  Sk.importMainWithBody('<stdin>', false, source, false)
  return { ms: now() - start, output }
})
