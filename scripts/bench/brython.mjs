// @ts-check
// Brython as a peer (see serve.mjs). It expects to be a page's script and prints to the console.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { runInThisContext } from 'node:vm'
import { now, serve } from './serve.mjs'

const require = createRequire(import.meta.url)
// All it touches of a page, and of Node, before it can run a program.
Object.assign(globalThis, {
  self: globalThis,
  addEventListener() {},
  location: new URL('http://localhost/'),
  module: {},
  document: {
    currentScript: { src: 'http://localhost/brython.js' },
    getElementsByTagName: () => [],
    querySelectorAll: () => [],
    dispatchEvent: () => true,
  },
})
runInThisContext(readFileSync(require.resolve('brython/brython.js'), 'utf8'))
const brython = Reflect.get(globalThis, '__BRYTHON__')
// The functions it makes from text look for it under this name.
Reflect.set(globalThis, '$B', brython)
const { version } = require('brython/package.json')

/** @type {string[]} */
let said = []
console.log = (...words) => {
  said.push(words.join(' '))
}

serve(version, ({ source }) => {
  said = []
  const start = now()
  brython.runPythonSource(source, { id: '__main__' })
  return { ms: now() - start, output: said.map((line) => line.replace(/\n?$/, '\n')).join('') }
})
