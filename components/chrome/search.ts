// The search: Pagefind's own dialog over the index the build has made. Both are fetched when someone first asks.

interface Modal extends HTMLElement {
  open(): void
}

/** The dialog, in the page; `site` is the address of the site's root. */
async function load(site: string): Promise<Modal> {
  const folder = `${site}pagefind/`
  const sheet = document.createElement('link')
  sheet.rel = 'stylesheet'
  sheet.href = `${folder}pagefind-component-ui.css`
  // Not `import()`: a module that once failed to load is not asked for again.
  const script = document.createElement('script')
  script.src = `${folder}pagefind-component-ui.js`
  await Promise.all([added(sheet), added(script)])
  const config = document.createElement('pagefind-config')
  config.setAttribute('bundle-path', folder)
  config.setAttribute('base-url', site)
  const modal = document.createElement('pagefind-modal') as Modal
  modal.setAttribute('reset-on-close', '')
  document.body.append(config, modal)
  return modal
}

/** Resolves when what an element of the head names has been loaded. */
function added(element: HTMLLinkElement | HTMLScriptElement): Promise<unknown> {
  return new Promise((resolve, reject) => {
    element.onload = resolve
    element.onerror = reject
    document.head.append(element)
  })
}

function search(button: HTMLElement): void {
  const status = document.querySelector<HTMLElement>('.search-failed')
  let modal: Promise<Modal> | null = null

  async function open(): Promise<void> {
    modal ??= load(button.dataset.search ?? '/')
    try {
      const dialog = await modal
      dialog.open()
      dialog.querySelector('dialog')?.addEventListener('close', () => button.focus(), { once: true })
      if (status) status.textContent = ''
    } catch {
      // The next try begins anew: there may be a connection by then.
      modal = null
      if (status) status.textContent = button.dataset.failed ?? ''
    }
  }

  button.addEventListener('click', open)
  document.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, target } = event
    const writes = target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null
    const asked = (key === 'k' && (ctrlKey || metaKey)) || (key === '/' && !ctrlKey && !metaKey)
    if (!asked || altKey || writes || event.defaultPrevented) return
    event.preventDefault()
    open()
  })
}

const button = document.querySelector<HTMLElement>('[data-search]')
if (button) search(button)
