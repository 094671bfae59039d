import { expect, test } from 'vitest'
import { LONGEST } from './moment-link.ts'
import { readProgram } from './program-file.ts'

const read = (...parts: BlobPart[]) => readProgram(new Blob(parts))

test('a program is read, whatever ends its lines', async () => {
  expect(await read('a = 1\nprint(a)\n')).toEqual({ kind: 'program', text: 'a = 1\nprint(a)\n' })
  expect(await read('a = 1\r\nb = 2\rc = 3')).toEqual({ kind: 'program', text: 'a = 1\nb = 2\nc = 3' })
  expect(await read(new Uint8Array([0xef, 0xbb, 0xbf]), "名 = '中文'\n")).toEqual({
    kind: 'program',
    text: "名 = '中文'\n",
  })
})

test('what is no program is refused with its reason', async () => {
  expect(await read('x'.repeat(LONGEST + 1))).toEqual({ kind: 'tooLarge' })
  expect(await read('x'.repeat(LONGEST * 4 + 1))).toEqual({ kind: 'tooLarge' })
  expect(await read(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]))).toEqual({ kind: 'notText' })
  expect(await read('a = 1\0')).toEqual({ kind: 'notText' })
  expect(await read(' \n')).toEqual({ kind: 'empty' })
  expect(await read()).toEqual({ kind: 'empty' })
})

test('a large file is refused before it is read, and one that cannot be read is said to be so', async () => {
  const gone = { size: 10, arrayBuffer: () => Promise.reject(new Error('gone')) } as unknown as Blob
  expect(await readProgram(gone)).toEqual({ kind: 'unreadable' })
  expect(await readProgram({ ...gone, size: 1e9 } as Blob)).toEqual({ kind: 'tooLarge' })
})
