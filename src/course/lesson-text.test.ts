import { existsSync, globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { defaultLocale, locales } from '../i18n/locales.ts'
import { lineOfLabel, readExample } from './example.ts'
import { asking, componentsOf, lessonsIn, lessonText } from './lesson-text.ts'

test('components are read in order, with their attributes', () => {
  const text =
    'A <Term id="x">t</Term>\n\n```python playground example="a/b" step="c"\n```\n<Count of="a" printed at={["x"]} />'
  expect(componentsOf(text)).toEqual([
    { name: 'Term', attributes: { id: 'x' } },
    { name: 'Playground', attributes: { example: 'a/b', step: 'c' } },
    { name: 'Count', attributes: { of: 'a', printed: '', at: '["x"]' } },
  ])
})

const cases = locales.flatMap((locale) => lessonsIn(locale).map((slug) => [locale, slug] as const))

describe.each(cases)('%s %s', (locale, slug) => {
  const used = componentsOf(lessonText(locale, slug))

  test('has what a lesson has', () => {
    const count = (...names: string[]) => used.filter(({ name }) => names.includes(name)).length
    expect(count('Predict', 'Why', 'Choose')).toBeGreaterThanOrEqual(4)
    expect(count('Why')).toBeGreaterThanOrEqual(1)
    expect(count('Try')).toBeGreaterThanOrEqual(1)
    expect(count('Checked')).toBeGreaterThanOrEqual(1)
    expect(count('Remember')).toBe(1)
    expect(used.findIndex(({ name }) => name === 'Predict')).toBeLessThan(
      used.findIndex(({ name }) => name === 'Moment'),
    )
  })

  test('every label leads to a line, and every moment to a program that is on the page before it', () => {
    const shown = new Set<string>()
    for (const { name, attributes } of used) {
      const { id = '', example = '', at = '', step } = attributes
      if (asking.includes(name)) for (const each of examplesOf(id)) shown.add(each)
      if (example === '') continue
      const program = readExample(example)
      if (name === 'Playground') shown.add(example)
      else expect(shown, `${name} ${example}`).toContain(example)
      if (step !== undefined) lineOfLabel(program, step)
      for (const label of at.match(/[\w-]+/g) ?? []) lineOfLabel(program, label)
    }
  })

  test('every term is in the glossary of the language', () => {
    for (const { name, attributes } of used)
      if (name === 'Term')
        expect(existsSync(`content/glossary/${locale}/${attributes.id}.md`), attributes.id).toBe(true)
  })

  test('has the same parts as in English, in the same order', () => {
    expect(outline(locale, slug)).toEqual(outline(defaultLocale, slug))
  })
})

test('the glossary has the same terms in every language', () => {
  const terms = (locale: string) => globSync(`content/glossary/${locale}/*.md`).map((file) => file.split('/').at(-1))
  for (const locale of locales) expect(terms(locale).sort()).toEqual(terms(defaultLocale).sort())
})

/** Every component and heading; words of their own (claims, versions) apart. */
function outline(locale: string, slug: string): unknown[] {
  const text = lessonText(locale, slug)
  const headings = (text.match(/^#+ /gm) ?? []).map((mark) => mark.trim())
  const parts = componentsOf(text).map(({ name, attributes }) => {
    const { claim: _claim, versions: _versions, ...same } = attributes
    return { name, ...same }
  })
  return [headings, ...parts]
}

function examplesOf(question: string): string[] {
  const file = `content/questions/${question}.yaml`
  return existsSync(file) ? [questionExample(file)] : []
}

function questionExample(file: string): string {
  return /^example: (\S+)/m.exec(readFileSync(file, 'utf8'))?.[1] ?? ''
}
