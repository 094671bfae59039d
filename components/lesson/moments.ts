// A sentence about a moment leads there: the picture of the program it names goes to that step. Of several playgrounds with
// the same program the nearest one before the sentence is meant.

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return
  const link = event.target.closest<HTMLAnchorElement>('a[data-moment]')
  const [example] = link?.dataset.moment?.split('@') ?? []
  if (!link || example === undefined) return
  const programs = [...document.querySelectorAll<HTMLElement>(`[data-playground="${CSS.escape(example)}"][data-ready]`)]
  const before = programs.filter((program) => program.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING)
  const program = before.at(-1) ?? programs[0]
  if (!program) return // the link's own address leads to the line
  event.preventDefault()
  const detail = { line: Number(link.dataset.momentLine) }
  program.dispatchEvent(new CustomEvent('heapwise:goto', { detail }))
  for (const other of document.querySelectorAll('a.moment[aria-current]')) other.removeAttribute('aria-current')
  link.setAttribute('aria-current', 'true')
  const figure = program.querySelector('.playground-figure') ?? program.querySelector('.playground-code')
  const place = figure?.getBoundingClientRect()
  if (place && (place.bottom < 80 || place.top > innerHeight - 80)) figure?.scrollIntoView({ block: 'nearest' })
})
