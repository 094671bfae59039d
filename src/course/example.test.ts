import { globSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { lineOfLabel, momentId, parseExample, readExample } from './example.ts'

describe('what the learner sees of a program', () => {
  test('labels and expectations disappear, code and ordinary comments stay', () => {
    const { display } = parseExample('t', 'a = []  # a list\nb = a  #: alias\nprint(b)  # expect[3.11-3.13]: []\n')
    expect(display).toBe('a = []  # a list\nb = a\nprint(b)\n')
  })

  test('a label and an expectation may share a line', () => {
    const example = parseExample('t', 'print(1)  #: one  # expect: 1\n')
    expect(example.display).toBe('print(1)\n')
    expect(example.labels.get('one')).toBe(1)
  })

  test('a line with nothing but an expectation is dropped; lines and labels are counted in what is shown', () => {
    const example = parseExample('t', 'for i in range(2):\n    print(i)\n# expect: 0\n# expect: 1\n\ndel i  #: gone\n')
    expect(example.display).toBe('for i in range(2):\n    print(i)\n\ndel i\n')
    expect(lineOfLabel(example, 'gone')).toBe(4)
    expect(example.sourceLines).toEqual([1, 2, 5, 6])
  })

  test('what only looks like a mark stays', () => {
    const text = 'x = "#: no"\ny = 1  # expected\nz = {1: 2}  # see: below\n'
    expect(parseExample('t', text).display).toBe(text)
  })

  test('the stored text is kept as it is, Windows line ends do not reach the display', () => {
    const { source, display } = parseExample('t', 'a = 1  #: one\r\nb = 2\r\n\r\n')
    expect(source).toBe('a = 1  #: one\r\nb = 2\r\n\r\n')
    expect(display).toBe('a = 1\nb = 2\n')
  })
})

describe('labels that lead nowhere are errors that name the program', () => {
  test('twice the same', () => {
    expect(() => parseExample('x/y', 'a = 1  #: one\nb = 1  #: one\n')).toThrow('x/y.py, line 2: the label "one"')
  })
  test('without code', () => {
    expect(() => parseExample('x/y', '#: one\na = 1\n')).toThrow('x/y.py, line 1')
  })
  test('not a word', () => {
    expect(() => parseExample('x/y', 'a = 1  #: Two words\n')).toThrow('x/y.py, line 1')
    expect(() => parseExample('x/y', 'a = 1  #: One\n')).toThrow('"One" is not a label')
  })
  test('not there', () => {
    const example = parseExample('x/y', 'a = 1  #: one\nb = 2  #: two\n')
    expect(() => lineOfLabel(example, 'three')).toThrow('has no label "three" (it has: one, two)')
  })
  test('no such program', () => {
    expect(() => readExample('no/such')).toThrow('There is no example "no/such"')
  })
})

test('every stored example can be shown, and shows no mark', () => {
  const ids = globSync('content/examples/**/*.py').map((file) => file.slice('content/examples/'.length, -'.py'.length))
  expect(ids.length).toBeGreaterThan(0)
  for (const id of ids) expect(readExample(id).display, id).not.toMatch(/#:|# expect/)
})

test('a moment has one name everywhere', () => {
  expect(momentId('names/alias', 'rebind')).toBe('names/alias@rebind')
})
