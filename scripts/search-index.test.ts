import { expect, test } from 'vitest'
import { withWordsMarked } from './search-index.mjs'

test('Chinese words are marked, and nothing else is touched', () => {
  const html = '<html lang="zh-CN"><a href="/zh-cn/">对象的引用</a> and `id`</html>'
  const marked = withWordsMarked(html)
  expect(marked).toContain('对象\u200b的\u200b引用')
  expect(marked.replaceAll('\u200b', '')).toBe(html)
  expect(withWordsMarked('<p>one object</p>')).toBe('<p>one object</p>')
})
