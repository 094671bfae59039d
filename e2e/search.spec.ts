// The search finds every lesson in its language, works by keyboard alone, and says when it could not be loaded.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Locator, type Page, test } from './journey.ts'

const root = join(import.meta.dirname, '..', 'dist')

/** Address and title of every lesson that was built below `home`. */
function lessons(home: string): { address: string; title: string }[] {
  const folder = join(root, home, 'lessons')
  return readdirSync(folder).map((slug) => {
    const [, title] = /<h1[^>]*>([^<]+)<\/h1>/.exec(readFileSync(join(folder, slug, 'index.html'), 'utf8')) ?? []
    if (title === undefined) throw new Error(`${slug} has no title`)
    return { address: `${home}lessons/${slug}/`, title }
  })
}

async function openSearch(page: Page, home: string): Promise<Locator> {
  await page.goto(home)
  await page.keyboard.press('/')
  const field = page.locator('dialog[open] input')
  await expect(field).toBeFocused()
  return field
}

for (const home of ['/', '/zh-cn/']) {
  test(`every lesson below ${home} is found by its title`, async ({ page }) => {
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    const field = await openSearch(page, home)
    const found = lessons(home)
    expect(found.length).toBeGreaterThanOrEqual(23)
    for (const { address, title } of found) {
      await field.fill(title)
      await expect(page.locator(`dialog[open] a[href="${address}"]`).first()).toBeVisible()
    }
    expect(errors).toEqual([])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      expect((await new AxeBuilder({ page }).include('dialog[open]').analyze()).violations).toEqual([])
    }
  })
}

test('the keyboard leads from the search to a page, and back to where one was', async ({ page }) => {
  const field = await openSearch(page, '/')
  await page.keyboard.press('Escape')
  await expect(field).toBeHidden()
  await expect(page.getByRole('button', { name: 'Search' })).toBeFocused()
  await page.keyboard.press('Control+k')
  // Each result is fetched for itself: the best one may come after the others. Pagefind's dialog, opened again at once, has
  // once said that there are none: whoever sees that writes it again.
  await expect(async () => {
    await field.fill('')
    await field.fill('weak references')
    const best = page.locator('dialog[open] a').first()
    await expect(best).toHaveAttribute('href', /\/lessons\/15-weak-references\//, { timeout: 8_000 })
  }).toPass()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/lessons\/15-weak-references\//)
})

test('what cannot be loaded is said, and tried again', async ({ page }) => {
  await page.route('**/pagefind/**', (route) => route.abort())
  await page.goto('/')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByText('The search could not be loaded')).toBeVisible()
  await page.unroute('**/pagefind/**')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.locator('dialog[open] input')).toBeFocused()
  await expect(page.getByText('The search could not be loaded')).toBeHidden()
})
