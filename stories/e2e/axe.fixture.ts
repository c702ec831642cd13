import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { BrowserContext, Page } from '@playwright/test';

/** What axe holds against a page is told from this weight on; lighter words are advice. */
const TOLD = new Set(['serious', 'critical']);

/** Every document of the context has axe from its beginning: the content policy lets no script in afterwards. */
export async function bringAxe(context: BrowserContext): Promise<void> {
  await context.addInitScript({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') });
}

/** What axe finds serious or critical on the page as it stands, in words; looked at again, for styles may still be coming. */
export async function axeFaultsOf(page: Page): Promise<string[]> {
  if ((await lookOnce(page)).length === 0) return [];
  await page.waitForTimeout(1_500);
  return lookOnce(page);
}

async function lookOnce(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
      resultTypes: ['violations'],
    }),
  );
  return violations
    .filter(({ impact }) => TOLD.has(impact ?? ''))
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, any, all }) => {
        const why = [...any, ...all].map(({ message }) => message).join(' ');
        return `axe ${id}: ${html.slice(0, 160)} — ${why.slice(0, 200)}`;
      }),
    );
}
