import type { Page } from '@playwright/test';
import { openServer } from './office.fixture.ts';
import { expect, PHONE, sideways, signInAs, test, WIDE } from './shell.fixture.ts';

const STEPS = ['Переход', 'Заявка', 'Продажа', 'Кто привёл', 'Начисление', 'Проводки'];

/** The steps of a played sale, each with its why. */
async function seesTheWholeWay(page: Page): Promise<void> {
  const steps = page.getByRole('main').getByRole('heading', { level: 3 });
  await expect(steps).toHaveText(STEPS.map((name) => new RegExp(`^${name}`)));
  const main = page.getByRole('main');
  await expect(main).toContainText('ссылки и заявки');
  await expect(main).toContainText('Расход: вознаграждения');
  await expect(main).toContainText('На проверке');
}

async function takesItBack(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Убрать пробу' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Убрать пробу' }).click();
  await expect(page.getByText('Проба убрана, на счетах ноль')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Сыграть продажу' })).toBeVisible();
}

test.describe('a sale is played', () => {
  test.use({ viewport: WIDE });

  test('in the demo: from «Сделки», by one button, each step opens its page, and nothing is left', async ({
    page,
  }) => {
    await signInAs(page, 'manager');
    await page.goto('/deals');
    await page.getByRole('button', { name: 'Сыграть продажу' }).click();
    await expect(page).toHaveURL(/\/play$/);
    await expect(page.getByRole('heading', { level: 3 })).toHaveText(STEPS);
    await page.getByRole('button', { name: 'Сыграть продажу' }).click();
    await seesTheWholeWay(page);
    for (const [link, address] of [
      ['Ссылка партнёра', /\/links\?open=lnk_/],
      ['Карточка клиента', /\/clients\/cus_/],
      ['Продажа', /\/deals\/sal_/],
      ['Решение целиком', /\/deals\/sal_.*\/who/],
      ['Начисление', /\/money\/accruals\/acr_/],
      ['Проводки партнёра', /\/money\/ledger\?partner=par_/],
    ] as const) {
      await page.getByRole('main').getByRole('link', { name: link, exact: true }).click();
      await expect(page).toHaveURL(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.goBack();
      await seesTheWholeWay(page);
    }
    await takesItBack(page);
  });

  test('in a company that begins: its first steps lead to it, a trial partner plays and leaves', async ({
    browser,
  }) => {
    test.setTimeout(120_000);
    const server = await openServer();
    const context = await browser.newContext({
      baseURL: server.url,
      viewport: PHONE,
      locale: 'ru-RU',
      reducedMotion: 'reduce',
    });
    try {
      const page = await context.newPage();
      await page.goto('/new');
      await page.getByLabel('Название').fill('Мосты и дороги');
      await page.getByLabel('Как вас зовут').fill('Анна Ветрова');
      await page.getByLabel('Почта').fill('anna@mosty.test');
      await page.getByLabel('Пароль', { exact: true }).fill('три зелёных моста');
      await page.getByRole('button', { name: 'Создать компанию' }).click();
      await page.getByRole('link', { name: /^Сыграть пробную продажу/ }).click();
      await page.getByRole('button', { name: 'Сыграть продажу' }).click();
      await seesTheWholeWay(page);
      await expect(page.getByRole('main')).toContainText('Партнёр для пробы: 5 000,00 ₽ из 50 000,00 ₽');
      expect(await sideways(page)).toBe(0);
      await takesItBack(page);
      await page.goto('/partners');
      await expect(page.getByRole('main')).not.toContainText('Партнёр для пробы');
      await page.goto('/deals');
      await expect(page.getByRole('main').getByRole('button', { name: 'Сыграть продажу' })).toBeVisible();
    } finally {
      await context.close();
      await server.close();
    }
  });
});
