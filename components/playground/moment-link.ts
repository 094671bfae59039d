// A moment as an address: the program (compressed by the browser), the version, the step, and what is looked at there: the
// view that is open, the object chosen, the version compared with. It stands behind the `#`, so it is sent to no server. What
// comes in may be anything: it is checked, and nothing of it is believed before it runs in the sandbox.

import type { Grain } from '../../src/simulator/client.ts'

/** What an address carries. */
export interface Shared {
  readonly source: string
  readonly python: string
  /** The step that is shown; null where the program had not been run. */
  readonly step: number | null
  readonly grain: Grain
  readonly panel: PanelName
  /** Address of the object whose ledger is open; 0 for none. What is there at that step decides whether it is one. */
  readonly object: number
  /** The version the run is compared with; '' for none. */
  readonly beside: string
}

/** How fine can be stepped, coarsest first. */
export const GRAINS: readonly Grain[] = ['line', 'instruction', 'count']

/** The views of a step: names and objects, the memory under them, the collector, the same program under another version. */
export const panelNames = ['objects', 'memory', 'collector', 'versions'] as const
export type PanelName = (typeof panelNames)[number]

/** The view that is open where an address names none. */
const FIRST_PANEL: PanelName = 'objects'

/** Characters of a program an address may carry. */
export const LONGEST = 100_000

/** What has to be said of a moment; what else it has is as at first where it is not said. */
export type Told = Pick<Shared, 'source' | 'python' | 'step' | 'grain'> & Partial<Shared>

/** The part of an address behind its `#`. */
export async function writeMoment(moment: Told): Promise<string> {
  const { source, python, step, grain, panel = FIRST_PANEL, object = 0, beside = '' } = moment
  const packed = await bytesOf(new Blob([source]).stream().pipeThrough(new CompressionStream('deflate-raw')))
  const fields = new URLSearchParams({ code: base64url(packed), python })
  if (step !== null) fields.set('step', String(step))
  if (step !== null && grain !== 'line') fields.set('by', grain)
  if (step !== null && panel !== FIRST_PANEL) fields.set('tab', panel)
  if (step !== null && object !== 0) fields.set('object', String(object))
  if (step !== null && beside !== '') fields.set('beside', beside)
  return fields.toString()
}

/**
 * Reads what `writeMoment` wrote.
 * @param fragment `location.hash`, with or without its `#`
 * @param versions the versions there are; `python` and `beside` are '' where the address names another
 * @returns null where the address carries no program, 'damaged' where it cannot be read or is too long
 */
export async function readMoment(fragment: string, versions: readonly string[]): Promise<Shared | 'damaged' | null> {
  const fields = new URLSearchParams(fragment.replace(/^#/, ''))
  const code = fields.get('code')
  if (code === null) return null
  const source = await unpacked(code).catch(() => null)
  if (source === null) return 'damaged'
  const python = fields.get('python') ?? ''
  const step = fields.get('step')
  const object = fields.get('object') ?? ''
  const beside = fields.get('beside') ?? ''
  return {
    source,
    python: versions.includes(python) ? python : '',
    step: step !== null && /^\d{1,9}$/.test(step) ? Number(step) : null,
    grain: GRAINS.find((grain) => grain === fields.get('by')) ?? 'line',
    panel: panelNames.find((panel) => panel === fields.get('tab')) ?? FIRST_PANEL,
    object: /^[1-9]\d{0,9}$/.test(object) ? Number(object) : 0,
    beside: versions.includes(beside) ? beside : '',
  }
}

/**
 * What another page has to contain to show the address in a frame.
 * @param title what a screen reader calls the frame
 */
export function frameCode(address: string, title: string): string {
  return `<iframe src="${attribute(address)}" title="${attribute(title)}" width="100%" height="640" loading="lazy"></iframe>`
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

async function unpacked(code: string): Promise<string | null> {
  if (!/^[\w-]+$/.test(code) || code.length > LONGEST * 2) return null
  const binary = atob(code.replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0))
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  const text = new TextDecoder('utf-8', { fatal: true }).decode(await bytesOf(stream, LONGEST * 4))
  return text.length > LONGEST ? null : text
}

/** All a stream gives; an error where that is more than `most` bytes, before they are all there. */
async function bytesOf(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  most = Number.POSITIVE_INFINITY,
): Promise<Uint8Array> {
  const parts: BlobPart[] = []
  let length = 0
  const reader = stream.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    parts.push(next.value)
    length += next.value.length
    if (length > most) {
      await reader.cancel()
      throw new Error('too long')
    }
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer())
}

function base64url(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}
