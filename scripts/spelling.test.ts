import { expect, test } from 'vitest'
import { englishTexts, isSpelt, ownWords, wordsOf } from './spelling.ts'

test('prose is told from code, tags and addresses, and a slip of the pen is found', () => {
  const text = [
    '```python\nxqzz = 1\n```',
    'The `obj_zz` of <Term id="zzq">a hevy object</Term>, see [here](https://zzq.org/qqz) and don’t {zzq}.',
    '<Checked claim="Zzqq is free.">',
    '{"file: zzq"} ob_refcnt gc.collect getSizeOf free-list',
  ].join('\n\n')
  const words = wordsOf(text)
  expect(words.filter((word) => !isSpelt(word))).toEqual(['hevy', 'Zzqq'])
  expect(words).toEqual(expect.arrayContaining(["don't", 'free', 'list']))
})

test('every word of the English prose is spelt as the dictionary or the list has it', () => {
  const texts = englishTexts()
  expect(texts.length).toBeGreaterThan(500)
  const misspelt = texts.flatMap(([place, text]) =>
    [...new Set(wordsOf(text))].filter((word) => !isSpelt(word)).map((word) => `${place}: ${word}`),
  )
  expect(misspelt).toEqual([])
})

test('the list is in order and has nothing that is not needed', () => {
  expect(ownWords).toEqual([...ownWords].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)))
  const used = new Set(
    englishTexts().flatMap(([, text]) => wordsOf(text).map((word) => word.replace(/'s?$/, '').toLowerCase())),
  )
  expect(ownWords.filter((word) => !used.has(word.toLowerCase()))).toEqual([])
})
