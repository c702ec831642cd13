import type { Page } from '@playwright/test';
import { expect, PHONE, sideways, signInAs, test, WIDE } from './shell.fixture.ts';

/** Numbers of their own for every run: a program already running may have seen an earlier one. */
const RUN = Date.now().toString(36).toUpperCase();
const SCHEME = 'Внедренец: 25 % двух лет';

/** A day of the company's calendar, so many days before today, as a Russian file writes it. */
function day(before: number): string {
  const parts = new Date(Date.now() - before * 86_400_000);
  return new Intl.DateTimeFormat('ru-RU', { timeZone: 'Europe/Moscow' }).format(parts);
}

const PARTNERS = [
  'Код партнёра;Название;Вид;Схема;Дата договора;Город',
  `П-${RUN}-1;Учётные системы ${RUN};внедренец;${SCHEME};${day(60)};Казань`,
  `П-${RUN}-2;Северный мост ${RUN};внедренец;${SCHEME};${day(60)};Архангельск`,
].join('\n');

const CLIENTS = [
  'Код клиента;Название;Партнёр;Дата закрепления',
  `К-${RUN}-1;ООО «Чайка» ${RUN};П-${RUN}-1;${day(30)}`,
  `К-${RUN}-2;ИП Морозова ${RUN};Северный мост ${RUN};${day(30)}`,
  `К-${RUN}-3;ООО «Сами пришли» ${RUN};;`,
].join('\n');

const FIRST = `С-${RUN}-1;${day(3)};К-${RUN}-1;12 900,00;Тариф «Склад»;`;
/** A header we cannot know, and have not been taught by an earlier run. */
const BOUGHT = `Что купили ${RUN}`;

/** Line 5 cannot be read, line 6 is line 2 once more, line 7 is money that went back. */
const SALES = [
  `Номер счёта;Дата оплаты;Код клиента;Сумма;${BOUGHT};Исходный счёт`,
  FIRST,
  `С-${RUN}-2;${day(2)};К-${RUN}-2;4 900,50;Тариф «Старт»;`,
  `С-${RUN}-3;${day(2)};К-${RUN}-3;1 000,00;Тариф «Старт»;`,
  `С-${RUN}-4;${day(2)};К-${RUN}-1;девятьсот;Тариф «Старт»;`,
  FIRST,
  `В-${RUN}-1;${day(1)};К-${RUN}-1;-2 900,00;;С-${RUN}-1`,
].join('\n');

async function upload(page: Page, name: string, text: string): Promise<void> {
  await page.goto('/imports');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${text}\n`) });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Как читать файл «${name}»`);
}

async function check(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Проверить', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Что получится');
}

async function apply(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Загрузить', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Загрузить' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Что принёс файл');
}

/** A figure of the page by its caption. */
function figure(page: Page, label: string) {
  return page.locator('dl > div').filter({ has: page.getByText(label, { exact: true }) });
}

test.describe
  .serial('a company brings its own data', () => {
    test.use({ viewport: WIDE });
    test.describe.configure({ timeout: 60_000 });
    test.beforeEach(async ({ page }) => {
      await page.goto('/sign-in');
      await signInAs(page, 'owner');
    });

    test('partners come with their agreements, clients with who brought them', async ({ page }) => {
      await upload(page, 'партнёры.csv', PARTNERS);
      await check(page);
      await expect(page.getByText('Всё читается. Можно записать: 2.')).toBeVisible();
      await apply(page);
      await expect(figure(page, 'Соглашений')).toContainText('2');
      await expect(page.getByRole('table', { name: 'Строки файла' })).toContainText('Внедренец');
      await expect(page.getByRole('button', { name: 'Отменить загрузку' })).toHaveCount(0);

      await upload(page, 'клиенты.csv', CLIENTS);
      await check(page);
      await apply(page);
      await expect(figure(page, 'Записано клиентов')).toContainText('3');
      await figure(page, 'Записано клиентов').getByRole('link').click();
      await page.getByRole('searchbox').fill(RUN);
      await expect(page.getByText(`ИП Морозова ${RUN}`)).toBeVisible();
    });

    test('sales are checked, corrected, written with their accruals, and taken back whole', async ({
      page,
    }) => {
      await upload(page, 'оплаты.csv', SALES);
      const product = page.getByRole('combobox', { name: `Что значит колонка «${BOUGHT}»` });
      await expect(page.getByRole('combobox', { name: 'Что значит колонка «Сумма»' })).toHaveValue('Сумма');
      await expect(product).toHaveValue('');
      await product.click();
      await page.getByRole('option', { name: 'Товар или тариф' }).click();
      await expect(product).toHaveValue('Товар или тариф');
      await check(page);

      const wrong = page.getByRole('table', { name: 'Строки файла' });
      await expect(wrong.getByRole('row', { name: /^5 / })).toContainText(
        'Не число в колонке «Сумма»: девятьсот',
      );
      await expect(wrong.getByRole('row', { name: /^5 / })).toContainText('Оставьте в ячейке только число');
      await expect(wrong.getByRole('row', { name: /^6 / })).toContainText('уже был в строке 2');
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Скачать ошибки (CSV)' }).click(),
      ]);
      const chunks: Buffer[] = [];
      for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
      const csv = Buffer.concat(chunks).toString('utf8');
      expect(csv).toContain('девятьсот');
      expect(csv).toContain('Оставьте в ячейке только число');
      expect(csv.trim().split('\r\n')).toHaveLength(3);

      await apply(page);
      await expect(figure(page, 'Записано продаж')).toContainText('3');
      await expect(figure(page, 'Возвратов')).toContainText('1');
      const brought = page.getByRole('table', { name: 'Партнёрские продажи' });
      const systems = brought.getByRole('row', { name: new RegExp(`Учётные системы ${RUN}`) });
      // A quarter of 12 900, and a quarter of the 2 900 that went back.
      await expect(systems).toContainText('2 500');
      const importPage = page.url();

      await figure(page, 'Записано продаж').getByRole('link').click();
      await expect(page).toHaveURL(/\/deals\?import=/);
      const deals = page.getByRole('table').locator('tbody tr');
      await expect(deals).toHaveCount(3);
      await deals.filter({ hasText: `Северный мост ${RUN}` }).click();
      await expect(page).toHaveURL(/\/deals\/sal_/);
      // 25 % of 4 900.50 is 1 225.125: half a kopeck goes away from zero.
      await expect(page.getByText('1 225,13').first()).toBeVisible();

      await page.goto(importPage);
      await page.getByRole('button', { name: 'Отменить загрузку' }).click();
      const ask = page.getByRole('dialog');
      await ask.getByLabel('Почему отменяем').fill('Файл не за тот месяц');
      await ask.getByRole('button', { name: 'Отменить загрузку' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Загрузка «оплаты.csv» отменена');
      await expect(page.getByText('Загрузка отменена: Файл не за тот месяц')).toBeVisible();
      await page.goto(`/deals?q=С-${RUN}`);
      await expect(page.getByText('По этим условиям ничего нет')).toBeVisible();
    });

    test('after an undo the numbers are free: the same file is new again, read as it was taught', async ({
      page,
    }) => {
      await upload(page, 'оплаты.csv', SALES);
      await expect(page.getByRole('combobox', { name: `Что значит колонка «${BOUGHT}»` })).toHaveValue(
        'Товар или тариф',
      );
      await check(page);
      await expect(figure(page, 'Новых продаж и возвратов')).toContainText('4');
      await page.getByRole('button', { name: 'Убрать файл' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Убрать файл' }).click();
      await expect(page).toHaveURL(/\/imports$/);
    });

    test('rules of refunds and values for empty cells are given on the screen, also under a thumb', async ({
      page,
    }) => {
      await page.setViewportSize(PHONE);
      const typed = [
        `Номер;Дата;Код клиента;Сумма;Валюта;Операция;Касса ${RUN}`,
        `Т-${RUN}-1;${day(2)};К-${RUN}-1;100,00;;Приход;1`,
        `Т-${RUN}-2;${day(1)};К-${RUN}-1;40,00;RUB;Вернули;1`,
      ].join('\n');
      await upload(page, 'касса.csv', typed);
      expect(await sideways(page)).toBe(0);
      const credits = page.getByRole('group', { name: 'Какие строки – возвраты' });
      await credits.getByRole('button', { name: 'Добавить правило' }).click();
      await credits.getByRole('combobox', { name: 'Слова' }).fill('вернули');
      await page.keyboard.press('Enter');
      const defaults = page.getByRole('group', { name: 'Если ячейка пуста' });
      await defaults.getByRole('combobox', { name: 'Добавить поле' }).click();
      await page.getByRole('option', { name: 'Валюта' }).click();
      await defaults.getByLabel('Валюта, если пусто').fill('usd');
      await check(page);
      await expect(figure(page, 'Возвраты на сумму')).toContainText('40');
      await expect(figure(page, 'Продажи на сумму')).toContainText('$');
      expect(await sideways(page)).toBe(0);
    });
  });
