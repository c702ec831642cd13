import { expect, PHONE, sideways, signInAs, test } from './shell.fixture.ts';

/** The partner's work on a phone: give a client, see whose move it is, take a link, read why so much is earned. */
test.use({ viewport: PHONE, hasTouch: true });

/** Another one each time: the company may remember those of an earlier run. */
const COMPANY = `Завод «Весна-${Date.now()}»`;
const CONTACT = `info@vesna-${Date.now()}.example`;

test.beforeEach(async ({ page }) => {
  await signInAs(page, 'partner_owner');
});

test('a client is handed over in half a minute, and the second time is answered at once', async ({
  page,
}) => {
  await page.goto('/portal');
  await page.getByRole('navigation').getByRole('link', { name: 'Передать' }).click();
  await page.getByLabel('Компания клиента').fill(COMPANY);
  await page.getByLabel('Телефон или почта клиента').fill(CONTACT);
  await expect(page.getByText('Такого клиента ещё нет')).toBeVisible();
  // Without a ground nothing is passed on.
  await page.getByRole('button', { name: 'Передать клиента' }).click();
  await expect(page.getByText('Без основания контакты передать нельзя.')).toBeVisible();
  await page.getByLabel('Клиент согласился, чтобы его контакты передали').check();
  await page.getByRole('button', { name: 'Передать клиента' }).click();
  await expect(page.getByRole('heading', { name: 'Клиент передан' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Ответим до');
  expect(await sideways(page)).toBe(0);
  await page.getByRole('button', { name: 'Передать ещё одного' }).click();
  await page.getByLabel('Компания клиента').fill(COMPANY);
  await page.getByLabel('Телефон или почта клиента').fill(CONTACT);
  await expect(page.getByText('Этого клиента вы уже передали')).toBeVisible();
  await page.goto('/portal/deals?show=waiting');
  await page.getByRole('row', { name: new RegExp(COMPANY) }).click();
  await expect(page.getByRole('heading', { name: COMPANY })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Вы передали клиента');
  await page.getByRole('button', { name: 'Отозвать клиента' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Почему').fill('Ошиблись компанией');
  await dialog.getByRole('button', { name: 'Отозвать клиента' }).click();
  await expect(page.getByRole('main')).toContainText('Вы отозвали передачу');
});

test('a link has its address, its QR code and its words; a new one leads only where the company allows', async ({
  page,
}) => {
  await page.goto('/portal/links');
  await expect(page.getByRole('main')).toContainText('Роботов не считаем');
  await page.getByRole('button', { name: 'Новая ссылка' }).click();
  const panel = page.getByRole('dialog');
  await panel.getByLabel('Куда ведёт').fill('https://evil.example/');
  await panel.getByRole('button', { name: 'Новая ссылка' }).click();
  await expect(panel.getByRole('alert')).toBeVisible();
  await panel.getByLabel('Куда ведёт').fill('https://polka.example.ru/crm');
  await panel.getByLabel('Название для себя').fill('Пост с телефона');
  await panel.getByRole('button', { name: 'Новая ссылка' }).click();
  await expect(page.getByRole('dialog')).toContainText('Пост с телефона');
  await expect(page.getByRole('dialog').getByRole('img', { name: /QR-код/ })).toBeVisible();
  await expect(page.getByRole('dialog')).toContainText('Пометки рекламы у этой ссылки нет');
  expect(await sideways(page)).toBe(0);
});

test('money says when it comes, and a line opens its rule', async ({ page }) => {
  await page.goto('/portal/money');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('когда придут деньги');
  await expect(page.getByRole('main')).toContainText('Заплатим', { timeout: 15_000 });
  expect(await sideways(page)).toBe(0);
  await page.getByRole('table', { name: 'Начисления' }).getByRole('row').nth(1).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Почему');
  await expect(page.getByRole('main')).toContainText('Правило');
  await expect(page.getByRole('main')).toContainText('версия');
  expect(await sideways(page)).toBe(0);
});

test('a statement is answered and its file is there', async ({ page }) => {
  await page.goto('/portal/docs');
  await page
    .getByRole('row', { name: /ждёт вашего ответа/ })
    .first()
    .click();
  const panel = page.getByRole('dialog');
  await expect(panel.getByRole('link', { name: 'Скачать PDF' })).toHaveAttribute('href', /format=pdf/);
  await panel.getByRole('button', { name: 'Принять отчёт' }).click();
  await page.getByRole('dialog').last().getByRole('button', { name: 'Принять отчёт' }).click();
  await expect(page.getByRole('main')).toContainText('вы приняли');
});

test('an employee has no money where it was not opened', async ({ page }) => {
  await signInAs(page, 'partner_staff');
  await page.goto('/portal');
  const bar = page.getByRole('navigation');
  await expect(bar.getByRole('link', { name: 'Передать' })).toBeVisible();
  await expect(bar.getByRole('link', { name: 'Деньги' })).toHaveCount(0);
});
