import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { get, type IncomingHttpHeaders, request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort, listen } from './serve.mjs'

const script = `console.log(${JSON.stringify('x'.repeat(5000))})`
const outside = mkdtempSync(join(tmpdir(), 'heapwise-server-'))
const root = join(outside, 'dist')
let site: Awaited<ReturnType<typeof listen>>

beforeAll(async () => {
  for (const folder of ['lessons/01', 'zh-cn/lessons', '_astro']) mkdirSync(join(root, folder), { recursive: true })
  const files = {
    'index.html': '<!doctype html><title>home</title>',
    '404.html': 'not found',
    'zh-cn/404.html': '找不到',
    'lessons/01/index.html': '<title>one</title>',
    'about.html': '<title>about</title>',
    '_astro/app.abc123.js': script,
    'alias.py': 'a = []\n',
    'photo.png': 'png',
    'pictures.pf_index': 'index',
    '.sources': 'digest',
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text)
  writeFileSync(join(outside, 'secret.txt'), 'secret')
  symlinkSync(join(outside, 'secret.txt'), join(root, 'link.txt'))
  site = await listen({ root, port: await freePort() })
})

afterAll(async () => {
  await site.close()
  rmSync(outside, { recursive: true })
})

/** As sent: `fetch` would tidy the path up before sending it. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET', port = site.port) {
  return new Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, headers, method }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      )
    })
    sent.on('error', reject)
    sent.end()
  })
}

test.each([
  ['/', 'text/html; charset=utf-8'],
  ['/lessons/01/', 'text/html; charset=utf-8'],
  ['/about', 'text/html; charset=utf-8'],
  ['/_astro/app.abc123.js', 'text/javascript; charset=utf-8'],
  ['/alias.py', 'text/plain; charset=utf-8'],
  ['/photo.png', 'image/png'],
  ['/pictures.pf_index', 'application/octet-stream'],
])('%s is sent as %s', async (path, type) => {
  const answer = await ask(path)
  expect(answer.status).toBe(200)
  expect(answer.headers['content-type']).toBe(type)
  expect(answer.headers['x-content-type-options']).toBe('nosniff')
})

test('a folder without its slash is redirected, with the query', async () => {
  const answer = await ask('/lessons/01?step=3')
  expect(answer.status).toBe(301)
  expect(answer.headers.location).toBe('/lessons/01/?step=3')
})

test('a redirect never leads to another host', async () => {
  const answer = await ask('//lessons/01')
  expect(answer.headers.location).toBe('/lessons/01/')
})

test('a missing page gets the 404 page of its language', async () => {
  const english = await ask('/lessons/99/')
  expect([english.status, english.body.toString()]).toEqual([404, 'not found'])
  const chinese = await ask('/zh-cn/lessons/99/')
  expect([chinese.status, chinese.body.toString()]).toEqual([404, '找不到'])
})

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/lessons/..%2f..%2f..%2fsecret.txt',
  '/..%5csecret.txt',
  '/link.txt',
  '/.sources',
  '/%00',
  '/%zz',
  'secret.txt',
])('%s does not lead out of the site or to hidden files', async (path) => {
  const answer = await ask(path)
  expect([400, 404]).toContain(answer.status)
  expect(answer.body.toString()).not.toContain('secret')
  expect(answer.body.toString()).not.toContain('digest')
})

test('text is compressed as the browser asks', async () => {
  const path = '/_astro/app.abc123.js'
  const plain = await ask(path)
  expect(plain.headers['content-encoding']).toBeUndefined()
  expect(plain.body.toString()).toBe(script)
  const gzipped = await ask(path, { 'Accept-Encoding': 'gzip, br;q=0' })
  expect(gzipped.headers['content-encoding']).toBe('gzip')
  expect(gzipped.headers.vary).toBe('Accept-Encoding')
  expect(gunzipSync(gzipped.body).toString()).toBe(script)
  expect(gzipped.body.length).toBeLessThan(script.length)
  for (const _time of [1, 2]) {
    const brotli = await ask(path, { 'Accept-Encoding': 'gzip, deflate, br' })
    expect(brotli.headers['content-encoding']).toBe('br')
    expect(brotliDecompressSync(brotli.body).toString()).toBe(script)
  }
})

test('what is named after its content is kept for ever, the rest is asked for again', async () => {
  expect((await ask('/_astro/app.abc123.js')).headers['cache-control']).toContain('immutable')
  expect((await ask('/_astro/gone.js')).headers['cache-control']).toBe('no-cache')
  const page = await ask('/')
  expect(page.headers['cache-control']).toBe('no-cache')
  const again = await ask('/', { 'If-None-Match': page.headers.etag ?? '' })
  expect([again.status, again.body.length]).toEqual([304, 0])
})

test('HEAD has no body, other methods are refused', async () => {
  const head = await ask('/', {}, 'HEAD')
  expect([head.status, head.body.length]).toEqual([200, 0])
  expect(Number(head.headers['content-length'])).toBeGreaterThan(0)
  expect((await ask('/', {}, 'POST')).status).toBe(405)
})

test('scripts carry a policy, for workers; one that is asked for is sent with everything', async () => {
  expect((await ask('/_astro/app.abc123.js')).headers['content-security-policy']).toContain("default-src 'self'")
  expect((await ask('/')).headers['content-security-policy']).toBeUndefined()
  const strict = await listen({ root, port: await freePort(), csp: "default-src 'none'" })
  const page = await ask('/', {}, 'GET', strict.port)
  expect(page.headers['content-security-policy']).toBe("default-src 'none'")
  await strict.close()
})

test('a taken port is passed over, also if it is taken on one of the two local addresses only', async () => {
  const port = await freePort()
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve))
  const moved = await listen({ root, port })
  expect(moved.port).toBeGreaterThan(port)
  expect(moved.address).toBe(`http://localhost:${moved.port}`)
  await moved.close()
  await new Promise((resolve) => other.close(resolve))
})

test('closing does not wait for connections that are kept open', async () => {
  const short = await listen({ root, port: await freePort() })
  await new Promise<void>((resolve, reject) => {
    const sent = get({ host: '127.0.0.1', port: short.port, headers: { Connection: 'keep-alive' } }, (response) => {
      response.resume()
      response.on('end', resolve)
    })
    sent.on('error', reject)
  })
  await short.close()
  await expect(ask('/', {}, 'GET', short.port)).rejects.toThrow(/ECONNREFUSED|socket hang up/)
})
