import { expect, signInAs, test, WIDE } from './shell.fixture.ts';

/** A name of its own for every run: a program already running may have seen an earlier one. */
const NAME = `Проверка условий ${Date.now().toString(36)}`;

test.describe
  .serial('a rule of pay, from a draft to a partner paid by it', () => {
    test.use({ viewport: WIDE });

    test('two schemes are compared: what each costs, where they meet, who carries the risk', async ({
      page,
    }) => {
      await signInAs(page, 'head');
      await page.goto('/rewards/calculator');
      await expect(page.getByText(/стоят\sодинаково\sпри\sпродажах/)).toBeVisible();
      const cost = page.getByRole('table', { name: 'Сколько заплатим' });
      await expect(cost.locator('tbody tr')).toHaveCount(2);
      await expect(cost).toContainText('мы: платим и без продаж');
    });

    test('a draft says on one sale, line by line, what a partner would get', async ({ page }) => {
      await signInAs(page, 'head');
      await page.goto('/rewards?new=blank');
      await page.getByRole('textbox', { name: 'Название' }).fill(NAME);
      await page.getByRole('textbox', { name: 'Процент', exact: true }).fill('12,5');
      await page.getByRole('textbox', { name: 'Не больше за одну продажу' }).fill('6000');
      const sale = page.getByRole('textbox', { name: /^Продажа на сумму/ });
      await sale.fill('40000');
      const example = page.locator('[aria-live="polite"]').filter({ has: page.locator('ol') });
      // 12,5 % of 40 000 is under the limit, of 80 000 above it.
      await expect(example).toContainText(/5\s000/);
      expect(await example.locator('li').count()).toBeGreaterThan(1);
      await sale.fill('80000');
      await expect(example).toContainText(/6\s000/);
      await page.getByRole('button', { name: 'Сохранить черновик' }).click();
      await expect(page).toHaveURL(/\/rewards\/sch_/);
      await expect(page.getByRole('heading', { level: 1 })).toContainText(NAME);
      await expect(page.getByRole('table', { name: 'Версии' })).toContainText('черновик');
    });

    test('the draft is checked on history, partner by partner', async ({ page }) => {
      await signInAs(page, 'head');
      await page.goto('/rewards');
      await page.getByRole('table').getByText(NAME).click();
      await page.getByRole('button', { name: 'Посчитать' }).click();
      // Every sale of three months is priced anew: on a busy machine it is a while.
      await expect(page.getByText(/условиям\sвышло\sбы/)).toBeVisible({ timeout: 20_000 });
      const tried = page.getByRole('table', { name: 'Проверить на истории' });
      await expect(tried.locator('tbody tr').first()).toBeVisible();
      await expect(tried.locator('tfoot')).toContainText('₽');
    });

    test('another person approves it, and it is assigned to a partner’s agreement', async ({ page }) => {
      await signInAs(page, 'owner');
      await page.goto('/rewards');
      await page.getByRole('table').getByText(NAME).click();
      await page.getByRole('button', { name: 'Утвердить' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Утвердить' }).click();
      const versions = page.getByRole('table', { name: 'Версии' });
      await expect(versions).toContainText('действует');
      await expect(versions).toContainText('Павел Ершов → Ирина Соколова');

      await page.getByRole('button', { name: 'Назначить партнёру' }).click();
      const panel = page.getByRole('dialog');
      await panel.getByRole('combobox', { name: 'Партнёр' }).fill('Учётный двор');
      await page.getByRole('option', { name: /Учётный двор/ }).click();
      await expect(panel.getByRole('combobox', { name: 'Соглашение' })).not.toHaveValue('');
      await panel.getByRole('combobox', { name: 'За какую роль' }).click();
      await page.getByRole('option').last().click();
      await panel.getByRole('button', { name: 'Назначить партнёру' }).click();
      const people = page.getByRole('table', { name: 'Кто работает по этой схеме' });
      await expect(people).toContainText('Учётный двор');
    });
  });
