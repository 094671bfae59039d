// Runs before the first paint, so that neither the theme nor the sidebar jumps. Inlined; its hash is in the security policy.
;(() => {
  try {
    const root = document.documentElement
    const theme = localStorage.getItem('heapwise.theme')
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme
    if (localStorage.getItem('heapwise.sidebar') === 'closed') root.dataset.sidebar = 'closed'
  } catch {
    // Storage is disabled: the system's theme and an open sidebar.
  }
})()
