// @ts-check
// What every peer that is a Node program does: says its version, then answers each line of input with a line.

import { createInterface } from 'node:readline'

/** @typedef {{ source: string, traced: boolean }} Request */
/** @typedef {{ ms: number, output: string, steps?: number | undefined }} Reply `ms`: see `now` */

/** Processor time of this thread in milliseconds: what other programs do on the machine meanwhile does not count. */
export function now() {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/**
 * @param {string} version
 * @param {(request: Request) => Reply} answer
 */
export function serve(version, answer) {
  const write = process.stdout.write.bind(process.stdout)
  write(`${JSON.stringify({ version })}\n`)
  createInterface({ input: process.stdin }).on('line', (line) => {
    write(`${JSON.stringify(answer(JSON.parse(line)))}\n`)
  })
}
