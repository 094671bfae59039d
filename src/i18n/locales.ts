// The languages of the site. A new one needs: a line here, content/messages/<locale>.json, and lessons when there are some.

export const locales = ['en', 'zh-cn'] as const
export type Locale = (typeof locales)[number]
/** Has no prefix in addresses, and stands in wherever a translation is missing. */
export const defaultLocale: Locale = 'en'

/** What `lang` attributes carry (BCP 47). */
export const languageTag: Readonly<Record<Locale, string>> = { en: 'en', 'zh-cn': 'zh-CN' }
/** Each language in its own words, as the language switch shows it. */
export const languageName: Readonly<Record<Locale, string>> = { en: 'English', 'zh-cn': '中文' }

/** The locale a route parameter or `Astro.currentLocale` names; without one, English. */
export function toLocale(value: string | undefined): Locale {
  return locales.find((locale) => locale === value) ?? defaultLocale
}

/** The part of a path that selects the language: none for English. */
export function localePrefix(locale: Locale): string {
  return locale === defaultLocale ? '' : `${locale}/`
}

/** The static paths of a page that exists in every language (`src/pages/[...locale]/`). */
export function localePaths(): { params: { locale: string | undefined } }[] {
  return locales.map((locale) => ({ params: { locale: locale === defaultLocale ? undefined : locale } }))
}
