// @ts-check
// Puts the site server on a port: `node scripts/serve.mjs [--port N] [--csp POLICY] [--while PID]` serves dist/, with
// --while no longer than that process runs. start.mjs and the tests use `listen`.

import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { onStop } from './process.mjs'
import { createSiteServer } from './site-server.mjs'

const portsTried = 100

/**
 * Listens on the first free port from `port` on, for this computer only. A browser may take either 127.0.0.1 or ::1 for
 * `localhost`, so both have to be ours.
 * @param {{ root: string, port: number, csp?: string | undefined }} options
 * @returns {Promise<{ port: number, address: string, close: () => Promise<void> }>}
 */
export async function listen({ root, port, csp }) {
  for (let candidate = port; candidate < port + portsTried && candidate <= 65535; candidate++) {
    const four = createSiteServer({ root, csp })
    if ((await bind(four, candidate, '127.0.0.1')) !== 'listening') continue
    const six = createSiteServer({ root, csp })
    const outcome = await bind(six, candidate, '::1')
    const servers = outcome === 'listening' ? [four, six] : [four]
    const close = async () => {
      await Promise.all(servers.map((server) => closeServer(server)))
    }
    if (outcome === 'taken') {
      await close()
      continue
    }
    return { port: candidate, address: `http://localhost:${candidate}`, close }
  }
  throw new Error(`No free port from ${port} on.`)
}

/** @returns {Promise<number>} a port that nobody uses right now */
export async function freePort() {
  const probe = createServer()
  await new Promise((resolve) => probe.listen(0, '127.0.0.1', () => resolve(undefined)))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.')
  return address.port
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @param {string} host
 * @returns {Promise<'listening' | 'taken' | 'absent'>} absent: the computer has no such address
 */
function bind(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve('taken')
      else if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') resolve('absent')
      else reject(error)
    })
    server.listen(port, host, () => resolve('listening'))
  })
}

/** @param {import('node:http').Server} server */
function closeServer(server) {
  return new Promise((resolve) => {
    server.close(() => resolve(undefined))
    server.closeAllConnections()
  })
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const text = /** @type {const} */ ({ type: 'string' })
  const { values } = parseArgs({ options: { port: text, csp: text, while: text } })
  const root = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist')
  if (!existsSync(join(root, 'index.html'))) {
    console.error('There is no built site: run `npm run build` first.')
    process.exit(1)
  }
  const site = await listen({ root, port: Number(values.port ?? 4321), csp: values.csp })
  console.log(site.address)
  const stop = async () => {
    await site.close()
    process.exit(0)
  }
  onStop(stop)
  if (values.while) {
    const owner = Number(values.while)
    setInterval(() => {
      if (!isRunning(owner)) stop()
    }, 500)
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
