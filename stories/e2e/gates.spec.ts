import type { Browser, Page } from '@playwright/test';
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

test('a pause, by the keyboard: the gate asks why and until when, and the board follows', async ({
  browser,
}) => {
  const page = await person(browser, 'head');
  await page.goto('/pipeline');
  const column = page.getByRole('region', { name: 'Работаем', exact: true });
  await expect(column).toContainText(office.partner);
  await expect(column).toContainText('принят как есть');
  await column.getByRole('button', { name: `Ворота: ${office.partner}` }).focus();
  await page.keyboard.press('Enter');
  const gate = page.getByRole('dialog');
  await gate.getByRole('button', { name: 'Пауза', exact: true }).focus();
  await page.keyboard.press('Enter');
  // Without a reason and a day it stays shut.
  await gate.getByRole('button', { name: 'Перевести на этап «Пауза»' }).focus();
  await page.keyboard.press('Enter');
  await expect(gate).toContainText('Выберите причину');
  await gate.getByRole('radio', { name: 'Не сезон' }).focus();
  await page.keyboard.press('Space');
  await gate.getByLabel('Когда вернётся').focus();
  await page.keyboard.type('15.01.2099');
  await page.keyboard.press('Tab');
  await gate.getByRole('button', { name: 'Перевести на этап «Пауза»' }).focus();
  await page.keyboard.press('Enter');
  await expect(gate).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Пауза', exact: true })).toContainText(office.partner);
  await page.goto('/pipeline?stage=paused');
  await expect(page.getByRole('main')).toContainText(office.partner);
});

test('a gate that is shut says what is missing, and has no way round', async ({ browser }) => {
  const page = await person(browser, 'head');
  await page.goto('/pipeline?stage=paused');
  await page.getByRole('button', { name: `Ворота: ${office.partner}` }).click();
  const gate = page.getByRole('dialog');
  await gate.getByRole('button', { name: 'Работаем', exact: true }).click();
  await expect(gate).toContainText('День возвращения ещё не настал');
  await expect(gate).toContainText('Главные лица назначены с обеих сторон');
  await expect(gate.getByRole('button', { name: /^Перевести/ })).toHaveCount(0);
});

test('on a phone one stage is shown at a time, the first where somebody stands', async ({ browser }) => {
  const page = await person(browser, 'manager', PHONE);
  await page.goto('/pipeline');
  await expect(page.getByRole('article')).toHaveCount(1);
  await page.getByRole('combobox', { name: 'Этап' }).selectOption({ label: 'Кандидат · 0' });
  await expect(page.getByRole('region', { name: 'Кандидат', exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Разговор', exact: true })).toHaveCount(0);
});
