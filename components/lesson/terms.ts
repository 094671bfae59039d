// The definition of a term is shown while a mouse is over the word, besides on a click, a tap or a key, which the page does
// without a script. It waits a moment, so that a pointer on its way elsewhere opens nothing; it can be pointed at itself, is
// closed by Escape, and stays when it has been clicked.

const WAIT_TO_SHOW = 250
const WAIT_TO_HIDE = 250

/** The one that is shown because the mouse is over it, and the word it belongs to. */
let hovered: { readonly word: HTMLButtonElement; readonly definition: HTMLElement } | null = null
let clock: ReturnType<typeof setTimeout> | undefined

const wordAt = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLButtonElement>('button.term') : null

function show(word: HTMLButtonElement, definition: HTMLElement): void {
  if (definition.matches(':popover-open')) return
  definition.showPopover({ source: word })
  hovered = { word, definition }
  // The click that keeps it open would close it otherwise.
  word.popoverTargetAction = 'show'
  definition.addEventListener('beforetoggle', () => letGo(word), { once: true })
}

/** It is closed, or open because it was clicked: from now on a click on the word does what it always does. */
function letGo(word: HTMLButtonElement): void {
  word.popoverTargetAction = 'toggle'
  if (hovered?.word === word) hovered = null
}

document.addEventListener('pointerover', ({ target, pointerType }) => {
  if (pointerType !== 'mouse') return
  clearTimeout(clock)
  const word = wordAt(target)
  const definition = word?.popoverTargetElement
  if (word && definition instanceof HTMLElement && hovered?.word !== word)
    clock = setTimeout(() => show(word, definition), WAIT_TO_SHOW)
  else if (hovered && word !== hovered.word && !(target instanceof Node && hovered.definition.contains(target)))
    clock = setTimeout(() => hovered?.definition.hidePopover(), WAIT_TO_HIDE)
})

document.addEventListener('click', ({ target }) => {
  clearTimeout(clock)
  const word = wordAt(target)
  // Only when the click has done what it does.
  if (word && word === hovered?.word) setTimeout(() => letGo(word))
})
