// The filter over a list that is already in the page: what does not match is hidden, and what is left is counted.

/** Whether a text has every word of a query somewhere in it, in any order, in capitals or not. */
export function matches(query: string, text: string): boolean {
  const within = text.toLowerCase()
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => within.includes(word))
}

/** Makes the field of a list filter it. Places are hidden when none of their programs is left. */
export function filterList(root: HTMLElement): void {
  const field = root.querySelector<HTMLInputElement>('[data-gallery-field]')
  const said = root.querySelector<HTMLElement>('[data-gallery-said]')
  const places = [...root.querySelectorAll<HTMLElement>('[data-gallery-place]')]
  if (!field || !said) return
  const apply = () => {
    let shown = 0
    for (const place of places) {
      const head = place.querySelector('[data-gallery-head]')?.textContent ?? ''
      let left = 0
      for (const program of place.querySelectorAll<HTMLElement>('[data-gallery-program]')) {
        const text = `${head} ${program.textContent} ${program.dataset.rest ?? ''}`
        program.hidden = !matches(field.value.trim(), text)
        if (!program.hidden) left++
      }
      place.hidden = left === 0
      shown += left
    }
    const words = shown === 0 ? said.dataset.none : said.dataset.some
    said.textContent = words?.replace('{count}', String(shown)) ?? ''
  }
  field.addEventListener('input', apply)
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || field.value === '') return
    event.preventDefault()
    field.value = ''
    apply()
  })
  // The browser may bring back what was written before the page was left.
  apply()
}
