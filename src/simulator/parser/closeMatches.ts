// CPython: Lib/difflib.py (get_close_matches, SequenceMatcher.ratio) and Python/suggestions.c: which word looks like which.

/** difflib.get_close_matches: at most `count` words whose ratio is at least `cutoff`, best first. */
export function closeMatches(word: string, words: readonly string[], count: number, cutoff: number): string[] {
  const scored = words.map((other) => ({ other, score: ratio(other, word) })).filter(({ score }) => score >= cutoff)
  scored.sort((a, b) => b.score - a.score || (a.other < b.other ? 1 : -1))
  return scored.slice(0, count).map(({ other }) => other)
}

function ratio(a: string, b: string): number {
  return (2 * matching(a, b)) / (a.length + b.length)
}

/** How many characters stand in matching blocks: the longest one, then left and right of it. */
function matching(a: string, b: string): number {
  let best = 0
  let bestA = 0
  let bestB = 0
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) {
      let length = 0
      while (i + length < a.length && a[i + length] === b[j + length]) length++
      if (length > best) {
        best = length
        bestA = i
        bestB = j
      }
    }
  }
  if (best === 0) return 0
  const left = matching(a.slice(0, bestA), b.slice(0, bestB))
  return left + best + matching(a.slice(bestA + best), b.slice(bestB + best))
}

const MOVE_COST = 2
const CASE_COST = 1

/** Names that differ in more than this are not compared (MAX_STRING_SIZE). */
const MAX_SIZE = 40

/** _Py_CalculateSuggestions: the word fewest edits away, or `null` if all are too far. */
export function closestByEdits(name: string, words: readonly string[]): string | null {
  let found: string | null = null
  let distance = Number.POSITIVE_INFINITY
  const own = utf8(name)
  for (const word of words) {
    if (word === name) continue
    const other = utf8(word)
    const most = Math.min(Math.floor(((own.length + other.length + 3) * MOVE_COST) / 6), distance - 1)
    const edits = editDistance(own, other)
    if (edits > most) continue
    found = word
    distance = edits
  }
  return found
}

function utf8(text: string): readonly number[] {
  return [...new TextEncoder().encode(text)]
}

/** levenshtein_distance, of bytes. */
function editDistance(a: readonly number[], b: readonly number[]): number {
  let from = 0
  while (from < a.length && from < b.length && a[from] === b[from]) from++
  let endA = a.length
  let endB = b.length
  while (endA > from && endB > from && a[endA - 1] === b[endB - 1]) {
    endA--
    endB--
  }
  if (endA === from || endB === from) return (endA - from + endB - from) * MOVE_COST
  if (endA - from > MAX_SIZE || endB - from > MAX_SIZE) return Number.POSITIVE_INFINITY
  let row = Array.from({ length: endB - from + 1 }, (_, at) => at * MOVE_COST)
  for (let i = from; i < endA; i++) {
    const next = [(i - from + 1) * MOVE_COST]
    for (let j = from; j < endB; j++) {
      const at = j - from
      next.push(Math.min(row[at] + replaceCost(a[i], b[j]), row[at + 1] + MOVE_COST, next[at] + MOVE_COST))
    }
    row = next
  }
  return row[endB - from]
}

function replaceCost(a: number, b: number): number {
  if (a === b) return 0
  return lower(a) === lower(b) ? CASE_COST : MOVE_COST
}

function lower(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte + 32 : byte
}
