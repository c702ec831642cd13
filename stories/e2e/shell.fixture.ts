import { test as base, expect, type Page } from '@playwright/test';

export { expect };

export const WIDE = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };
/** WCAG 2.2 reflow and the narrowest phone we promise. */
export const NARROW = { width: 360, height: 740 };

/** Signs in as a person of the demo company. */
export async function signInAs(page: Page, role: string): Promise<void> {
  const origin = new URL(
    page.url() === 'about:blank'
      ? (process.env['E2E_URL'] ?? `http://localhost:${process.env['E2E_PORT']}`)
      : page.url(),
  );
  const answer = await page.request.post('/api/v1/demo-session', {
    data: { role },
    headers: { origin: origin.origin },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}

/** How far the page scrolls sideways, in pixels. */
export function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** A page on which every error of the console, of the content policy included, fails the test. */
export const test = base.extend<{ quiet: string[] }>({
  quiet: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => {
        // The browser itself reports answers of 4xx, which a page may well expect.
        if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
          errors.push(message.text());
      });
      await use(errors);
      expect(errors).toEqual([]);
    },
    { auto: true },
  ],
});
