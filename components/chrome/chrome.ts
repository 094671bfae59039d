// What the shell of a page does beyond links: the theme, the sidebar, and the place where someone left.
// Storage may be disabled or full; then the choice holds until the page is left.

import { progress } from '../../src/course/progress.ts'
import { format } from '../../src/i18n/format.ts'

function stored(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function store(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {}
}

const root = document.documentElement

function themeSwitch(): void {
  const form = document.querySelector<HTMLElement>('[data-theme-switch]')
  const choice = form?.querySelector<HTMLInputElement>(`[value=${root.dataset.theme ?? 'system'}]`)
  if (choice) choice.checked = true
  form?.addEventListener('change', ({ target }) => {
    const { value } = target as HTMLInputElement
    if (value === 'system') delete root.dataset.theme
    else root.dataset.theme = value
    store('heapwise.theme', value)
  })
}

function sidebar(): void {
  const toggle = document.querySelector<HTMLElement>('[data-sidebar-toggle]')
  const panel = document.querySelector<HTMLElement>('[data-sidebar-panel]')
  if (!toggle || !panel) return
  const show = () => toggle.setAttribute('aria-expanded', String(root.dataset.sidebar !== 'closed'))
  show()
  toggle.addEventListener('click', () => {
    root.dataset.sidebar = root.dataset.sidebar === 'closed' ? 'open' : 'closed'
    store('heapwise.sidebar', root.dataset.sidebar)
    show()
  })
  // As a popover: it closes when the focus leaves it, when a section of this page is chosen, and when it becomes a column.
  const close = () => panel.matches(':popover-open') && panel.hidePopover()
  panel.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget && !panel.contains(relatedTarget as Node)) close()
  })
  panel.addEventListener('click', ({ target }) => (target as Element).closest('a') && close())
  panel.addEventListener('toggle', (event) => {
    if ((event as ToggleEvent).newState === 'open') panel.querySelector<HTMLElement>('[aria-current]')?.focus()
  })
  matchMedia('(min-width: 1400px)').addEventListener('change', close)
}

/** A lesson notes that it was open; the home page of the same language offers to go back there. */
function place(): void {
  const lesson = document.querySelector<HTMLElement>('[data-lesson]')?.dataset.lesson
  if (lesson) store('heapwise.place', lesson)
  const offer = document.querySelector<HTMLElement>('[data-continue]')
  const link = document.querySelector<HTMLElement>(
    `[data-course-lesson="${CSS.escape(stored('heapwise.place') ?? '')}"]`,
  )
  const entry = offer?.querySelector('a')
  if (!offer || !entry || !link) return
  entry.textContent = link.textContent
  entry.href = link.getAttribute('href') ?? ''
  offer.hidden = false
}

/** In the list of lessons: how many questions of each are answered. */
function lessonStates(): void {
  const places = document.querySelectorAll<HTMLElement>('[data-lesson-state]')
  if (places.length === 0) return
  const show = () => {
    for (const place of places) {
      const ids = place.dataset.lessonState?.split(' ') ?? []
      const answered = ids.filter((id) => (progress().get(id)?.state ?? 'open') !== 'open').length
      const said = answered === 0 ? '' : format(place.dataset.said ?? '', { answered, all: ids.length })
      place.textContent = said
      place.classList.toggle('done', answered === ids.length)
    }
  }
  show()
  progress().watch(show)
}

themeSwitch()
lessonStates()
sidebar()
place()
