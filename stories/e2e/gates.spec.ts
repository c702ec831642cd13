import type { Browser, Locator, Page } from '@playwright/test';
import { openOffice, type Office } from './office.fixture.ts';
import { expect, PHONE, test, WIDE } from './shell.fixture.ts';

/** The gates of one partner who was taken over, by the keyboard alone. */
let office: Office;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  office = await openOffice();
});
test.afterAll(() => office?.close());

async function person(browser: Browser, role: string, viewport = WIDE): Promise<Page> {
  const context = await browser.newContext({ baseURL: office.url, viewport, locale: 'ru-RU' });
  const entered = await context.request.post('/api/v1/demo-session', {
    data: { role },
    headers: { origin: office.url },
  });
  expect(entered.ok(), await entered.text()).toBe(true);
  return context.newPage();
}

/** Past the menu by the link that every page begins with. */
async function toContent(page: Page): Promise<void> {
  await tabTo(page, page.getByRole('link', { name: 'К содержанию' }));
  await page.keyboard.press('Enter');
}

/** Key by key, as somebody without a mouse: fails where Tab does not lead. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let pressed = 0; pressed < 60; pressed += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

/** In a group of choices Tab leads to one of them, and arrows to the others. */
async function choose(page: Page, among: Locator, wanted: Locator): Promise<void> {
  await among.first().waitFor();
  for (let pressed = 0; pressed < 60; pressed += 1) {
    if (await among.evaluateAll((all) => all.some((one) => one === document.activeElement))) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Space');
  for (let pressed = 0; pressed < 12 && !(await wanted.isChecked()); pressed += 1)
    await page.keyboard.press('ArrowDown');
  await expect(wanted).toBeChecked();
}

test('a pause, by the keyboard alone: the gate asks why and until when, and the board follows', async ({
  browser,
}) => {
  const page = await person(browser, 'head');
  await page.goto('/pipeline');
  const column = page.getByRole('region', { name: 'Работаем', exact: true });
  await expect(column).toContainText(office.partner);
  await expect(column).toContainText('принят как есть');
  await toContent(page);
  await tabTo(page, column.getByRole('button', { name: `Ворота: ${office.partner}` }));
  await page.keyboard.press('Enter');
  const gate = page.getByRole('dialog');
  await tabTo(page, gate.getByRole('button', { name: 'Пауза', exact: true }));
  await page.keyboard.press('Enter');
  // Without a reason and a day it stays shut.
  const pass = gate.getByRole('button', { name: 'Перевести на этап «Пауза»' });
  await tabTo(page, pass);
  await page.keyboard.press('Enter');
  await expect(gate).toContainText('Выберите причину');
  await choose(page, gate.getByRole('radio'), gate.getByRole('radio', { name: 'Не сезон' }));
  await tabTo(page, gate.getByLabel('Когда вернётся'));
  await page.keyboard.type('15.01.2099');
  await page.keyboard.press('Tab');
  await tabTo(page, pass);
  await page.keyboard.press('Enter');
  await expect(gate).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Пауза', exact: true })).toContainText(office.partner);
  await page.goto('/pipeline?stage=paused');
  await expect(page.getByRole('main')).toContainText(office.partner);
});

test('a gate that is shut says what is missing, has no way round, and gives the keyboard back', async ({
  browser,
}) => {
  const page = await person(browser, 'head');
  await page.goto('/pipeline?stage=paused');
  const opens = page.getByRole('button', { name: `Ворота: ${office.partner}` });
  await opens.waitFor();
  await toContent(page);
  await tabTo(page, opens);
  await page.keyboard.press('Enter');
  const gate = page.getByRole('dialog');
  await tabTo(page, gate.getByRole('button', { name: 'Работаем', exact: true }));
  await page.keyboard.press('Enter');
  await expect(gate).toContainText('День возвращения ещё не настал');
  await expect(gate).toContainText('Главные лица назначены с обеих сторон');
  await expect(gate.getByRole('button', { name: /^Перевести/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(gate).toHaveCount(0);
  await expect(opens).toBeFocused();
});

test('on a phone one stage is shown at a time, the first where somebody stands', async ({ browser }) => {
  const page = await person(browser, 'manager', PHONE);
  await page.goto('/pipeline');
  await expect(page.getByRole('article')).toHaveCount(1);
  await page.getByRole('combobox', { name: 'Этап' }).selectOption({ label: 'Кандидат · 0' });
  await expect(page.getByRole('region', { name: 'Кандидат', exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Разговор', exact: true })).toHaveCount(0);
});
