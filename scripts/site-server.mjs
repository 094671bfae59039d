// @ts-check
// A small server for the built site: content types, compression, caching, directory pages, the 404 page of the language
// asked for. Ours, because `astro preview` may go to the background by itself, does not compress and cannot send a
// Content-Security-Policy.

import { readFile, realpath, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip, constants as zlib } from 'node:zlib'

/**
 * The policy for everything that is not a page. Pages carry their own as a meta element, but a worker does not inherit
 * that: without this header a worker could load from anywhere. The search's worker compiles its WebAssembly.
 */
const filePolicy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'"

/** @type {Record<string, string>} */
const contentTypes = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.py': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.wasm': 'application/wasm',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.otf': 'font/otf',
  '.zip': 'application/zip',
}

const compressible = /^(text\/|image\/svg|application\/(json|manifest|xml|wasm))/
const smallestCompressed = 1024

const compressors = {
  br: (/** @type {Buffer} */ body) => promisify(brotliCompress)(body, { params: { [zlib.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (/** @type {Buffer} */ body) => promisify(gzip)(body),
}

/**
 * @param {{ root: string, csp?: string | undefined }} options
 *   root: the folder to serve; csp: a Content-Security-Policy to send with every answer
 * @returns {import('node:http').Server} not listening yet
 */
export function createSiteServer({ root, csp }) {
  /** @type {Map<string, Buffer>} compressed bodies, by file, its state and encoding */
  const compressed = new Map()

  return createServer(async (request, response) => {
    response.setHeader('X-Content-Type-Options', 'nosniff')
    try {
      await answer(request, response)
    } catch (error) {
      console.error(`${request.method} ${request.url}:`, error)
      if (!response.headersSent) sendText(response, 500, 'The server failed on this request.')
      else response.destroy()
    }
  })

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  async function answer(request, response) {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD')
      sendText(response, 405, 'Only GET and HEAD are answered here.')
      return
    }
    const [rawPath = '/', query] = splitOnce(request.url ?? '/', '?')
    const path = cleanPath(rawPath)
    if (path === undefined) {
      sendText(response, 400, 'This is not an address of this site.')
      return
    }
    const found = await findFile(root, path)
    if (found.kind === 'redirect') {
      response.writeHead(301, { Location: found.to + (query === undefined ? '' : `?${query}`) }).end()
      return
    }
    const file = found.kind === 'file' ? found.file : await findNotFoundPage(root, path)
    if (file) await sendFile(request, response, file, found.kind === 'file' ? 200 : 404, path)
    else sendText(response, 404, 'Not found.')
  }

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   * @param {FoundFile} file
   * @param {number} status
   * @param {string} path
   */
  async function sendFile(request, response, file, status, path) {
    const type = contentTypes[extname(file.path).toLowerCase()] ?? 'application/octet-stream'
    const state = `${file.size.toString(36)}-${Math.trunc(file.mtimeMs).toString(36)}`
    const etag = `W/"${state}"`
    response.setHeader('Content-Type', type)
    response.setHeader('ETag', etag)
    // Astro puts a digest of the content into the names below /_astro/; everything else may change under its name.
    response.setHeader(
      'Cache-Control',
      status === 200 && path.startsWith('/_astro/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    )
    const policy = csp ?? (type.startsWith('text/html') ? undefined : filePolicy)
    if (policy) response.setHeader('Content-Security-Policy', policy)
    const mayCompress = compressible.test(type) && file.size >= smallestCompressed
    if (mayCompress) response.setHeader('Vary', 'Accept-Encoding')
    if (status === 200 && request.headers['if-none-match']?.includes(etag)) {
      response.writeHead(304).end()
      return
    }

    /** @type {Buffer} */
    let body = await readFile(file.path)
    const encoding = mayCompress ? preferredEncoding(request.headers['accept-encoding'] ?? '') : undefined
    if (encoding) {
      const key = `${file.path} ${state} ${encoding}`
      const ready = compressed.get(key) ?? (await compressors[encoding](body))
      compressed.set(key, ready)
      body = ready
      response.setHeader('Content-Encoding', encoding)
    }
    response.writeHead(status, { 'Content-Length': body.length })
    response.end(request.method === 'HEAD' ? undefined : body)
  }
}

/**
 * @param {string} rawPath the path of the request, as sent
 * @returns {string | undefined} the path decoded; undefined if it is malformed, hidden or leads out of the site
 */
function cleanPath(rawPath) {
  let path
  try {
    path = decodeURIComponent(rawPath)
  } catch {
    return undefined
  }
  if (!path.startsWith('/') || path.includes('\0') || path.includes('\\')) return undefined
  // A leading dot is `..` or a hidden file; two slashes at the start would make a redirect lead to another host.
  if (path.split('/').some((part) => part.startsWith('.') && part !== '.well-known')) return undefined
  return path.replace(/\/{2,}/g, '/')
}

/**
 * @typedef {{ path: string, size: number, mtimeMs: number }} FoundFile
 * @typedef {{ kind: 'file', file: FoundFile } | { kind: 'redirect', to: string } | { kind: 'missing' }} Found
 * @param {string} root
 * @param {string} path
 * @returns {Promise<Found>}
 */
async function findFile(root, path) {
  if (path.endsWith('/')) {
    const file = await fileAt(root, `${path}index.html`)
    return file ? { kind: 'file', file } : { kind: 'missing' }
  }
  const file = (await fileAt(root, path)) ?? (await fileAt(root, `${path}.html`))
  if (file) return { kind: 'file', file }
  if (await fileAt(root, `${path}/index.html`)) return { kind: 'redirect', to: `${encodeURI(path)}/` }
  return { kind: 'missing' }
}

/**
 * The nearest 404 page upwards, so that a missing page below /zh-cn/ is reported in Chinese.
 * @param {string} root
 * @param {string} path
 */
async function findNotFoundPage(root, path) {
  const parts = path.split('/').slice(1, -1)
  for (let depth = parts.length; depth >= 0; depth--) {
    const folder = ['', ...parts.slice(0, depth)].join('/')
    const page = (await fileAt(root, `${folder}/404.html`)) ?? (await fileAt(root, `${folder}/404/index.html`))
    if (page) return page
  }
  return undefined
}

/**
 * @param {string} root
 * @param {string} path
 * @returns {Promise<FoundFile | undefined>} the regular file at that path, if it lies inside the root (links followed)
 */
async function fileAt(root, path) {
  try {
    const [realRoot, real] = await Promise.all([realpath(root), realpath(join(root, path))])
    if (!real.startsWith(realRoot + sep)) return undefined
    const found = await stat(real)
    return found.isFile() ? { path: real, size: found.size, mtimeMs: found.mtimeMs } : undefined
  } catch {
    return undefined
  }
}

/**
 * @param {string} accepted the Accept-Encoding header
 * @returns {'br' | 'gzip' | undefined}
 */
function preferredEncoding(accepted) {
  const offers = accepted.split(',').map((offer) => offer.trim().toLowerCase())
  const takes = (/** @type {string} */ name) =>
    offers.some((offer) => offer.split(';')[0]?.trim() === name && !/;\s*q=0(\.0*)?$/.test(offer))
  if (takes('br')) return 'br'
  return takes('gzip') ? 'gzip' : undefined
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {string} text
 */
function sendText(response, status, text) {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' })
  response.end(`${text}\n`)
}

/**
 * @param {string} text
 * @param {string} separator
 */
function splitOnce(text, separator) {
  const at = text.indexOf(separator)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + separator.length)]
}
