// @ts-check
// `npm start`: installs what is missing, builds the site if its sources changed, serves it and says where.
// Runs on Node 20 and on the pinned Node: the first start has only the former, later ones find the latter on PATH.
// package.json says `exec node …`, so that no shell stands between npm and us: it would end with a signal where we end
// with 0. Where there is no `exec` (Windows) the second half runs. That leaves no place for arguments: the port is PORT.

import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIfNeeded } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { Interrupted, onStop } from './process.mjs'
import { listen } from './serve.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** @type {Awaited<ReturnType<typeof listen>> | undefined} */
let site

onStop(async () => {
  await site?.close()
  console.log('\nStopped.')
  process.exit(0)
})

try {
  const port = Number(process.env.PORT || 4321)
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Error('PORT has to be a number from 1 to 65535.')
  await ensureInstalled(root)
  if (!(await buildIfNeeded(root))) throw new Error('The site could not be built: the reason is above.')
  site = await listen({ root: join(root, 'dist'), port })
  if (site.port !== port) console.log(`Port ${port} is taken by another program; PORT=<number> chooses one.`)
  console.log(`\n  Heapwise is at ${site.address}\n  Stop it with Ctrl+C.\n`)
} catch (error) {
  if (!(error instanceof Interrupted)) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
