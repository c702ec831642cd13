import { expect, signInAs, test, WIDE } from './shell.fixture.ts';

/** A name of its own for every run: a program already running may have seen an earlier one. */
const NAME = `Сравнение ${Date.now().toString(36)}`;
const KOPECKS = /[^\d−-]/g;
const rubles = (text: string) => Number(text.replaceAll(KOPECKS, '').replace('−', '-'));

test.use({ viewport: WIDE });

test('schemes are compared on our history, opened to the sales, kept, and found by their address (S1.36)', async ({
  page,
}) => {
  test.slow();
  await signInAs(page, 'head');
  await page.goto('/rewards/calculator?view=history');
  const schemes = page.getByRole('table', { name: 'Во сколько обошлось бы' });
  await expect(schemes.locator('tbody tr')).toHaveCount(3, { timeout: 20_000 });

  const partners = page.getByRole('table', { name: 'Кто выиграет и кто потеряет' });
  await partners.locator('tbody tr').first().click();
  const sales = page.getByRole('dialog').getByRole('table');
  await expect(sales.locator('tbody tr').first()).toBeVisible({ timeout: 20_000 });
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Сохранить сравнение' }).click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('textbox', { name: 'Название' }).fill(NAME);
  await panel.getByRole('button', { name: 'Сохранить сравнение' }).click();
  await expect(page).toHaveURL(/saved=trl_/);
  await page.reload();
  await expect(page.getByRole('heading', { name: `Сохранённое сравнение «${NAME}»` })).toBeVisible();
  const total = await schemes.locator('tbody tr').nth(1).locator('td').nth(1).innerText();
  expect(rubles(total)).toBeGreaterThan(0);

  await page.getByRole('button', { name: 'Удалить' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Удалить' }).click();
  await expect(page).not.toHaveURL(/saved=/);
});

test('a fixed sum beside a percent says who risks what, by how many months (S1.37–38)', async ({ page }) => {
  await signInAs(page, 'analyst');
  await page.goto('/rewards/calculator?view=risk');
  await expect(page.getByText(/Партнёров\s\d+, их\sмесяцев\s\d+/)).toBeVisible({ timeout: 20_000 });
  const sides = page.getByRole('table', { name: 'Кто чем рискует' });
  await expect(sides.locator('tbody tr')).toHaveCount(2);
  // Without a fixed part the two cost the same.
  await page.getByRole('textbox', { name: /^Фикс в месяц/ }).fill('0');
  await page.getByRole('textbox', { name: 'Процент рядом с фиксом' }).fill('20');
  await expect(page.getByText(/дороже\sв\s0\s%/)).toBeVisible({ timeout: 20_000 });
});

test('a partner opens as an investment from its card (S3.28, S3.29)', async ({ page }) => {
  await signInAs(page, 'owner');
  await page.goto('/partners?q=Вектор CRM');
  await page.getByRole('table').getByText('Вектор CRM').first().click();
  await page.getByRole('link', { name: 'Окупаемость' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Окупается ли Вектор CRM');
  await page.getByTitle('Вложено').click();
  await expect(page.getByRole('dialog').getByRole('table', { name: 'Во что вложено' })).toContainText(
    'Интеграция',
  );
});
