import type { Page } from '@playwright/test';

/** A busy machine draws slowly; a page that hangs is told apart from it only by this. */
const PATIENCE_MS = 30_000;

/** First words of the keys that pages ask for: a text beginning with one of them and a dot is a key nobody translated. */
export type KeyGroups = readonly string[];

/** What is wrong with the page as it stands, in words; rules simple enough to hold for every page. */
export function faultsOf(page: Page, groups: KeyGroups): Promise<string[]> {
  return page.evaluate((keyGroups) => {
    const faults: string[] = [];
    const shown = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: false });
    const every = <E extends Element>(selector: string): E[] =>
      [...document.querySelectorAll<E>(selector)].filter(shown);
    const told = (element: Element): string => element.outerHTML.slice(0, 160);
    const textOf = (ids: string | null): string =>
      (ids ?? '')
        .split(/\s+/)
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join(' ');
    const nameOf = (element: Element): string =>
      [
        element.getAttribute('aria-label'),
        textOf(element.getAttribute('aria-labelledby')),
        element.textContent,
        element.getAttribute('title'),
        ...[...element.querySelectorAll('img[alt]')].map((image) => image.getAttribute('alt')),
        ...[...element.querySelectorAll('[aria-label]')].map((inner) => inner.getAttribute('aria-label')),
      ]
        .join(' ')
        .trim();

    const text = document.body.innerText;
    for (const bad of text.match(/\bundefined\b|\bNaN\b|\[object Object\]|Invalid Date|\{\{[^}]*\}\}/g) ?? [])
      faults.push(`«${bad}» in the text`);
    for (const word of new Set(
      text.match(/(?<![\w@/.-])[a-z][A-Za-z_]*(?:\.[A-Za-z_]\w*)+(?![\w@/])/g) ?? [],
    ))
      if (keyGroups.includes(word.split('.')[0] ?? '')) faults.push(`a key and no words: ${word}`);

    const headings = every('h1').length;
    if (headings !== 1) faults.push(`${headings} main headings`);
    const sideways = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (sideways > 0) faults.push(`scrolls sideways by ${sideways} px`);

    // Neither the keyboard nor a screen reader comes to them: the arrows beside a field for a number, a field that only
    // a machine fills in.
    const isForPointerOnly = (element: Element): boolean =>
      element.matches('[tabindex="-1"][aria-hidden="true"]');
    for (const element of every('button, a[href], [role="button"], [role="tab"], summary'))
      if (!isForPointerOnly(element) && !nameOf(element)) faults.push(`nameless: ${told(element)}`);
    for (const image of every('img:not([alt])')) faults.push(`an image without alt: ${told(image)}`);
    for (const picture of every('svg[role="img"]'))
      if (!nameOf(picture)) faults.push(`a nameless picture: ${told(picture)}`);
    for (const field of every<HTMLInputElement>('input:not([type="hidden"]), select, textarea')) {
      const labels = [...(field.labels ?? [])].map((label) => label.textContent ?? '').join(' ');
      if (!isForPointerOnly(field) && !labels.trim() && !nameOf(field))
        faults.push(`a field without a label: ${told(field)}`);
    }
    for (const table of every('table'))
      if (!nameOf(table).trim()) faults.push(`a nameless table: ${told(table)}`);
    const ids = [...document.querySelectorAll('main [id]')].map(({ id }) => id);
    for (const id of new Set(ids.filter((one, at) => ids.indexOf(one) !== at))) faults.push(`two of #${id}`);
    if (document.documentElement.lang === 'en')
      for (const element of every('nav a, main th, main legend'))
        if (/[а-яё]/i.test(element.textContent ?? '')) faults.push(`not English: ${element.textContent}`);
    return faults;
  }, groups);
}

/** The page has come: its answers are here and nothing of it is a skeleton. */
export async function settled(page: Page, inFlight: () => number, light: 'light' | 'dark'): Promise<void> {
  const waiting = () =>
    page.evaluate(async (wanted) => {
      await document.fonts.ready;
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      if (document.querySelector('h1[data-left]')) return 'the page before is still shown';
      const skeleton = document.querySelector('.mantine-Skeleton-root, [aria-busy="true"]');
      if (skeleton) return `not drawn yet: ${skeleton.outerHTML.slice(0, 120)}`;
      if (document.documentElement.dataset['mantineColorScheme'] !== wanted)
        return `not ${wanted}: ${document.body.innerText.slice(0, 200)}`;
      return document.querySelector('main') ? '' : 'nothing is drawn';
    }, light);
  // Twice in a row: an answer that came may still ask for another.
  let calm = 0;
  const until = Date.now() + PATIENCE_MS;
  while (calm < 2) {
    const why = (inFlight() > 0 ? `${inFlight()} answers are awaited` : '') || (await waiting());
    calm = why === '' && inFlight() === 0 ? calm + 1 : 0;
    if (Date.now() > until) throw new Error(`${page.url()}: ${why || 'never at rest'}`);
    if (inFlight() > 0) await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  }
}
