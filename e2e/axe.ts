// What axe has to say about a page.

import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'

/**
 * The rules a page breaks, each with the elements that break it.
 * @param rules only these, where they are given
 */
export async function violations(page: Page, rules?: string[]): Promise<string[]> {
  // The legacy mode does without a second page, which only frames would need; the site has none.
  const axe = new AxeBuilder({ page }).setLegacyMode()
  axe.options({ resultTypes: ['violations'], preload: false, ...(rules && { runOnly: rules }) })
  const found = (await axe.analyze()).violations
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
