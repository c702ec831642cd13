import { readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { openOffice, type Office } from './office.fixture.ts';
import { expect, test, WIDE } from './shell.fixture.ts';

let office: Office;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  office = await openOffice();
});
test.afterAll(() => office?.close());

/** A person of the company at a screen of his own. */
async function person(browser: Browser, role: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: office.url, viewport: WIDE, locale: 'ru-RU' });
  const entered = await context.request.post('/api/v1/demo-session', {
    data: { role },
    headers: { origin: office.url },
  });
  expect(entered.ok(), await entered.text()).toBe(true);
  return context.newPage();
}

/** Presses a button, and the same verb where it says what will happen. */
async function press(page: Page, verb: string, words?: string): Promise<void> {
  await page.getByRole('button', { name: verb, exact: true }).click();
  const asked = page.getByRole('dialog');
  if (words) await asked.getByRole('textbox').fill(words);
  await asked.getByRole('button', { name: verb, exact: true }).click();
  await expect(asked).toHaveCount(0);
}

interface Turnover {
  readonly debitMinor: number;
  readonly creditMinor: number;
  readonly closingMinor: number;
}

/** Ten percent of both sales. */
const EARNED = '14 000,00 ₽';
/** The thousand of the correction is paid with what it corrects. */
const PAID = '15 000,00 ₽';

test('the accountant’s month: closed, told, objected to, corrected, paid, and every rouble opens', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const finance = await person(browser, 'finance');
  const head = await person(browser, 'head');
  const owner = await person(browser, 'owner');

  await test.step('the checklist leads to what is unfinished', async () => {
    await finance.goto(`/money/close?month=${office.month}`);
    await finance.getByRole('link', { name: '1 возврат без своей продажи' }).click();
    await expect(finance).toHaveURL(/\/refunds\?state=unmatched/);
    await expect(finance.getByRole('main')).toContainText('ВЗ-1');
    await finance.goBack();
  });

  await test.step('the month is closed for ever, its statements are drafts and are sent', async () => {
    await press(finance, 'Закрыть месяц');
    await expect(finance.getByRole('main')).toContainText('Отпечаток');
    await expect(finance.getByRole('main')).toContainText('не отправлено 1');
    await press(finance, 'Отправить отчёты');
    await expect(finance.getByRole('main')).toContainText('ждут ответа 1');
  });

  await test.step('the partner objects, and the head answers with a correction', async () => {
    await finance.goto(`/money/statements?month=${office.month}`);
    await finance.getByRole('row', { name: new RegExp(office.partner) }).click();
    await expect(finance.getByRole('heading', { level: 1 })).toContainText(office.partner);
    await expect(finance.getByRole('main')).toContainText(EARNED);
    await press(finance, 'Партнёр возражает', 'За второй счёт договорились о 5 000');
    await expect(finance.getByRole('main')).toContainText('Партнёр возразил');

    await head.goto(finance.url());
    await head.getByRole('button', { name: 'Ответить на возражение' }).click();
    const panel = head.getByRole('dialog');
    await panel.getByLabel('Что отвечаем партнёру').fill('Верно, доплачиваем разницу');
    await panel.getByLabel('Исправить начисление').check();
    await panel.getByRole('combobox', { name: 'Какое' }).click();
    await head.getByRole('option', { name: /СЧ-2/ }).click();
    await panel.getByLabel(/Сколько должно быть/).fill('5 000');
    await panel.getByRole('button', { name: 'Ответить', exact: true }).click();
    await expect(panel).toHaveCount(0);
    await expect(head.getByRole('main')).toContainText('возражение разобрано');
    await expect(head.getByRole('link', { name: 'Открыть исправление' })).toBeVisible();
  });

  await test.step('«why so much» of one accrual opens to its rule and its sale', async () => {
    await head.getByRole('row', { name: /4\s000,00/ }).click();
    await expect(head.getByRole('heading', { level: 1 })).toContainText('4 000,00 ₽');
    await expect(head.getByRole('main')).toContainText('Расчёт по шагам');
    await expect(head.getByRole('link', { name: '10 %' })).toBeVisible();
    await head.getByRole('link', { name: /СЧ-2/ }).click();
    await expect(head).toHaveURL(/\/deals\/sal_/);
    await expect(head.getByRole('main')).toContainText('40 000,00 ₽');
  });

  await test.step('who made the payout does not approve it; another does', async () => {
    await finance.goto('/money/payouts');
    await finance.getByRole('button', { name: 'Составить выплату' }).click();
    await finance.getByRole('dialog').getByRole('button', { name: 'Составить', exact: true }).click();
    await expect(finance).toHaveURL(/\/money\/payouts\/pob_/);
    await expect(finance.getByRole('heading', { level: 1 })).toHaveText(`Выплата 1 партнёру на ${PAID}`);
    const batchId = new URL(finance.url()).pathname.split('/').at(-1);
    const refused = await finance.request.post(`/api/v1/payout-batches/${batchId}/approval`, {
      headers: { origin: office.url },
    });
    expect(refused.status()).toBe(403);
    await owner.goto(finance.url());
    await press(owner, 'Утвердить');
    await expect(owner.getByRole('main')).toContainText('утверждена');
  });

  await test.step('the register says the same sum, and the money leaves', async () => {
    await finance.reload();
    await finance.getByRole('button', { name: 'Реестр' }).click();
    const [download] = await Promise.all([
      finance.waitForEvent('download'),
      finance.getByRole('menuitem', { name: 'CSV' }).click(),
    ]);
    const register = readFileSync(await download.path(), 'utf8');
    expect(register).toMatch(/(?<!\d)15000[.,]00(?!\d)/);
    await press(finance, 'Отправлено в банк');
    await press(finance, 'Оплачено');
    await expect(finance.getByRole('main')).toContainText('Деньги ушли.');
  });

  await test.step('the ledger shows the movement and its accounts tie', async () => {
    await finance.goto('/money/ledger');
    const main = finance.getByRole('main');
    await expect(main).toContainText('Выплачено');
    await expect(main).toContainText('Включено в выплату');
    const read = await finance.request.get('/api/v1/ledger/trial-balance');
    const { items } = (await read.json()) as { items: Turnover[] };
    const sum = (pick: (row: Turnover) => number) => items.reduce((total, row) => total + pick(row), 0);
    expect(sum((row) => row.debitMinor)).toBeGreaterThan(0);
    expect(sum((row) => row.debitMinor)).toBe(sum((row) => row.creditMinor));
    expect(sum((row) => row.closingMinor)).toBe(0);
    await finance.goto('/money');
    await finance.getByRole('button', { name: 'Проверить', exact: true }).click();
    await expect(main).toContainText('Каждая проводка в сумме даёт ноль.');
  });

  for (const one of [finance, head, owner]) await one.context().close();
});
