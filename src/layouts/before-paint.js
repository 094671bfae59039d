// Runs before the first paint, so that neither the theme nor the sidebar jumps and no click is lost. Inlined; its hash is in
// the security policy.
;(() => {
  try {
    const root = document.documentElement
    const theme = localStorage.getItem('heapwise.theme')
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme
    if (localStorage.getItem('heapwise.sidebar') === 'closed') root.dataset.sidebar = 'closed'
  } catch {
    // Storage is disabled: the system's theme and an open sidebar.
  }
  // A program that does not listen yet: its button waits, and is clicked again when it does (Playground.tsx).
  addEventListener(
    'click',
    ({ target }) => {
      const selector = '[data-playground]:not([data-ready]) .play-bar button'
      const button = target instanceof Element ? target.closest(selector) : null
      button?.setAttribute('data-clicked', '')
      button?.setAttribute('aria-busy', 'true')
    },
    true,
  )
})()
