import { mdxToJs } from 'satteri'
import { expect, test } from 'vitest'
import { lessonMarkdown } from './lesson-markdown.ts'

/** The components of a compiled lesson, nested as they will render. */
async function outline(...lines: string[]): Promise<string> {
  const { code } = await mdxToJs(lines.join('\n'), { mdastPlugins: [...lessonMarkdown] })
  const tree = /return (_jsxs?\([\s\S]*?\);?)\n\}\n/.exec(code)?.[1] ?? ''
  return [...tree.matchAll(/_jsxs?\((?:_components\.)?(\w+)|(\] \}\))/g)]
    .map(([, open, close]) => open ?? (close && '/'))
    .join(' ')
}
const fence = ['```python playground example="names/alias" step="alias"', '```', '']

test('a fence becomes a playground with its attributes', async () => {
  const { code } = await mdxToJs(fence.join('\n'), { mdastPlugins: [...lessonMarkdown] })
  expect(code).toMatch(/Playground, \{\s*example: "names\/alias",\s*step: "alias"/)
})

test('a fence may bring its own program, quotes and line ends included', async () => {
  const source = ['```python playground id="own"', 'a = "x"', 'b = {1: a}', '```'].join('\n')
  const { code } = await mdxToJs(source, { mdastPlugins: [...lessonMarkdown] })
  expect(code).toContain('code: "a = \\"x\\"\\nb = {1: a}"')
})

test('other fences stay code', async () => {
  expect(await outline('```python', 'a = 1', '```')).toBe('pre code')
})

test('a fence with a program and an example, or with neither, is refused', async () => {
  const compile = async (...lines: string[]) => mdxToJs(lines.join('\n'), { mdastPlugins: [...lessonMarkdown] })
  await expect(compile('```python playground example="a/b"', 'x = 1', '```')).rejects.toThrow('choose one')
  await expect(compile('```python playground', '```')).rejects.toThrow('needs example=')
  await expect(compile('```python playground', 'x = 1', '```')).rejects.toThrow('id=')
})

test('a scene reaches from the heading of a program to what belongs to the next', async () => {
  const text = [
    'before',
    '',
    '## One',
    '',
    'lead',
    '',
    ...fence,
    'about it',
    '',
    '## Two',
    '',
    '<Predict id="q" />',
    '',
    'more',
  ]
  expect(await outline(...text)).toBe('_Fragment p Scene h2 p Playground p / Scene h2 Predict p / /')
})

test('without a heading of its own a program starts its scene itself', async () => {
  expect(await outline(...fence, 'one', '', '<Try id="t" />', '', 'two')).toBe(
    '_Fragment Scene Playground p / Scene Try p / /',
  )
})

test('a rule and the lines to remember end a scene', async () => {
  expect(await outline(...fence, 'in', '', '---', '', 'out')).toBe('_Fragment Scene Playground p / p /')
  expect(await outline(...fence, 'in', '', '<Remember />')).toBe('_Fragment Scene Playground p / Remember /')
})

test('a term is explained once', async () => {
  const twice = 'A <Term id="object">thing</Term> and a <Term id="object">thing</Term>.'
  expect(() => mdxToJs(twice, { mdastPlugins: [...lessonMarkdown] })).toThrow('explained twice')
})

test('the punctuation behind a term goes with it', async () => {
  const compile = async (text: string) => (await mdxToJs(text, { mdastPlugins: [...lessonMarkdown] })).code
  const english = await compile('A <Term id="frame">frame</Term>, and more.')
  expect(english).toContain('after: ","')
  expect(english).toContain('" and more."')
  expect(await compile('一个<Term id="frame">帧</Term>。')).toContain('after: "。"')
  expect(await compile('A <Term id="frame">frame</Term> is')).not.toContain('after')
})
