// Addresses. Every link of the site goes through `href`, so that the language and the folder the site is served from
// (`base` in astro.config.mjs) are right everywhere.
import { defaultLocale, type Locale, localePrefix, locales } from '../i18n/locales.ts'

// Only Vite fills in `env`: what Node runs by itself stands at the root.
const base = `${(import.meta.env?.BASE_URL ?? '/').replace(/\/+$/, '')}/`

/** The address of `page` ('' is home, 'lessons/01-names-are-references/', 'playground/') in `locale`. */
export function href(locale: Locale, page = ''): string {
  return base + localePrefix(locale) + page.replace(/^\/+/, '')
}

/** The page of a lesson, for `href`. */
export function lessonPage(slug: string): string {
  return `lessons/${slug}/`
}

/** The page an address shows, without base and language: what `href` was given. */
export function pageOf(pathname: string): string {
  const inside = pathname.startsWith(base) ? pathname.slice(base.length) : pathname.replace(/^\/+/, '')
  const locale = locales.find((each) => each !== defaultLocale && `${inside}/`.startsWith(`${each}/`))
  return locale ? inside.slice(locale.length).replace(/^\/+/, '') : inside
}

/** An address of this site as an author writes it in a lesson (`/playground/`, `/lessons/…/`), in the reader's language. */
export function authoredHref(locale: Locale, written: string): string {
  return written.startsWith('/') && !written.startsWith('//') ? href(locale, written) : written
}
