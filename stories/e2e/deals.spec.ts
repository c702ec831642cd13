import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, PHONE, sideways, signInAs, test, WIDE } from './shell.fixture.ts';

// Each walks several pages; on a busy machine half a minute is not enough.
test.describe.configure({ timeout: 90_000 });

interface Told {
  readonly name: string;
  readonly email?: string;
}

/** Nobody else of the demo is called so, however often the tests run on it. */
const unique = (name: string): string => `${name} ${Math.random().toString(36).slice(2, 8)}`;

async function api<T>(page: Page, path: string, body?: object): Promise<T> {
  const address = `/api/v1${path}`;
  const headers = { origin: new URL(page.url()).origin };
  const answer = body
    ? await page.request.post(address, { data: body, headers })
    : await page.request.get(address);
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()) as T;
}

/** Signed in, on a page of the program. */
async function enter(page: Page, role: string): Promise<void> {
  await signInAs(page, role);
  await page.goto('/deals/list');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** A partner that may register: one that has done so in the demo. */
async function partnerOf(page: Page): Promise<{ id: string; name: string }> {
  const { items } = await api<{ items: { partner: { id: string; name: string } | null }[] }>(
    page,
    '/deals?registration=approved&limit=50',
  );
  const partner = items.find((one) => one.partner)?.partner;
  if (!partner) throw new Error('the demo has no approved registration');
  return partner;
}

async function register(page: Page, client: Told, more: object = {}): Promise<string> {
  const { dealId } = await api<{ dealId: string }>(page, '/deals', { client, ...more });
  return dealId;
}

test.describe('deals in progress', () => {
  test.use({ viewport: WIDE });

  test('a card is dragged to another stage; by keyboard its menu does the same and the focus stays with it', async ({
    page,
  }) => {
    await enter(page, 'head');
    const name = unique('Ольха');
    await register(page, { name });
    await page.goto(`/deals/board?q=${encodeURIComponent(name)}`);
    const column = (stage: string) => page.getByRole('region', { name: stage, exact: true });
    const tile = page.getByRole('article').filter({ hasText: name });
    await expect(column('Новая').getByRole('article')).toHaveText(new RegExp(name));
    await tile.dragTo(column('Предложение'));
    await expect(column('Предложение').getByRole('article')).toHaveText(new RegExp(name));
    await expect(page.getByText('Сделка теперь на этапе «Предложение»')).toBeVisible();

    const menu = page.getByRole('button', { name: `Перенести «${name}»` });
    await menu.press('Enter');
    await page.getByRole('menuitem', { name: 'Договор' }).press('Enter');
    await expect(column('Договор').getByRole('article')).toHaveText(new RegExp(name));
    await expect(column('Договор').getByRole('button', { name: `Перенести «${name}»` })).toBeFocused();

    // A lost one says why.
    await menu.press('Enter');
    await page.getByRole('menuitem', { name: 'Проиграна' }).press('Enter');
    await page.getByRole('textbox', { name: 'Почему сделка не состоялась' }).fill('Отложили на год');
    await page.getByRole('button', { name: 'Закрыть как проигранную' }).click();
    await expect(column('Проиграна').getByRole('article')).toHaveText(new RegExp(name));
  });

  test('a registration is approved and another refused, with a reason', async ({ page }) => {
    await enter(page, 'head');
    const { id: partnerId } = await partnerOf(page);
    const [taken, refused] = [unique('Сосна'), unique('Ель')];
    for (const name of [taken, refused])
      await register(page, { name }, { partnerId, handoverBasis: 'client_consent' });
    const open = async (name: string): Promise<void> => {
      await page.goto('/deals/registrations');
      await page.getByRole('link', { name }).click();
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    };
    await open(taken);
    await page.getByRole('button', { name: 'Принять', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Принять', exact: true }).click();
    await expect(page.getByText('Клиент принят', { exact: true })).toBeVisible();
    await expect(page.getByRole('main')).toContainText('Клиент за партнёром');
    await open(refused);
    await page.getByRole('button', { name: 'Отказать', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Почему').fill('Клиент не нашего размера');
    await dialog.getByRole('button', { name: 'Отказать', exact: true }).click();
    await expect(page.getByRole('main')).toContainText('Клиент не нашего размера');
    await page.goto('/deals/registrations');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('link', { name: refused })).toHaveCount(0);
  });

  test('four roles are set; caps above the deal are said aloud', async ({ page }) => {
    await enter(page, 'head');
    const partner = await partnerOf(page);
    const name = unique('Вяз');
    const dealId = await register(page, { name }, { amountMinor: 100_000_00 });
    await page.goto(`/deals/card/${dealId}`);
    await page.getByRole('button', { name: 'Назначить роли' }).click();
    const roles = ['Привёл', 'Внедряет', 'Усиливает экспертизой', 'Развивает договор'];
    for (const [place, role] of roles.entries()) {
      await page.getByRole('button', { name: 'Добавить участника' }).click();
      const who = page.getByRole('combobox', { name: 'Партнёр' }).nth(place);
      await who.fill(partner.name);
      await page
        .getByRole('option', { name: new RegExp(`^${escaped(partner.name)}`) })
        .first()
        .click();
      await page.getByRole('combobox', { name: 'Роль' }).nth(place).click();
      await page.getByRole('option', { name: role, exact: true }).click();
      await page
        .getByLabel(/^Потолок/)
        .nth(place)
        .fill('30000');
    }
    await page.getByRole('button', { name: 'Сохранить' }).click();
    await expect(page.getByRole('note')).toContainText('Потолки вознаграждений вместе больше суммы сделки');
    for (const role of roles) await expect(page.getByRole('main')).toContainText(role);
  });

  test('the list is narrowed, taken out as a file, and deals go to another person at once', async ({
    page,
  }) => {
    await enter(page, 'head');
    const word = unique('Роща');
    for (const tree of ['дубовая', 'берёзовая']) await register(page, { name: `${word} ${tree}` });
    await page.goto(`/deals/list?q=${encodeURIComponent(word)}`);
    const rows = page.getByRole('table').locator('tbody tr');
    await expect(rows).toHaveCount(2);
    await page.getByRole('button', { name: 'Передать другому' }).click();
    await page.getByRole('button', { name: 'Отметить все показанные' }).click();
    await expect(page.getByText('Отмечено 2 сделки')).toBeVisible();
    const { items } = await api<{ items: { name: string; role: string }[] }>(page, '/members');
    const manager = items.find(({ role }) => role === 'manager')?.name ?? '';
    await page.getByRole('combobox', { name: 'Кому передать' }).fill(manager);
    await page.getByRole('option', { name: manager }).click();
    await page.getByRole('button', { name: 'Передать', exact: true }).click();
    await expect(page.getByText('Переданы 2 сделки')).toBeVisible();
    await expect(rows.first()).toContainText(manager);

    await page.getByRole('combobox', { name: 'Кто ведёт' }).click();
    await page.getByRole('option', { name: manager }).click();
    await expect(page).toHaveURL(/owner=mem_/);
    await expect(rows).toHaveCount(2);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      (async () => {
        await page.getByRole('button', { name: 'Выгрузить' }).click();
        await page.getByRole('menuitem', { name: /CSV/ }).click();
      })(),
    ]);
    const text = await readFile(await file.path(), 'utf8');
    expect(text.trim().split('\n')).toHaveLength(3);
    expect(text).toContain(`${word} дубовая`);
    await page.getByRole('combobox', { name: 'Состояние' }).click();
    await page.getByRole('option', { name: 'Выиграна' }).click();
    await expect(page.getByRole('main')).toContainText('По этим условиям ничего нет');
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: PHONE });

  test('a stranger hands a client over by the form; one who is taken is answered at once', async ({
    page,
    browser,
    baseURL,
  }) => {
    await enter(page, 'head');
    const { id: partnerId } = await partnerOf(page);
    const name = unique('Тополь');
    const email = `anna@${name.split(' ')[1]}.example`;
    await register(page, { name, email }, { partnerId, handoverBasis: 'client_consent' });
    const { items } = await api<{ items: { token: string; closedAt: string | null }[] }>(page, '/deal-forms');
    const token = items.find(({ closedAt }) => closedAt === null)?.token ?? '';
    const context = await browser.newContext({ viewport: PHONE, locale: 'ru-RU', baseURL: baseURL ?? '' });
    const stranger = await context.newPage();
    const thanks = stranger.getByRole('status').filter({ hasText: 'Спасибо' });
    const give = async (client: string, mail: string): Promise<void> => {
      await stranger.goto(`/register-deal/${token}`);
      await stranger.getByLabel('Кто вы').fill('Пётр, знакомый');
      await stranger.getByLabel('Компания клиента').fill(client);
      await stranger.getByLabel('Почта').fill(mail);
      await stranger.getByRole('checkbox').check();
      await stranger.getByRole('button', { name: 'Передать клиента' }).click();
    };
    await give(unique('Осина'), `ivan@${unique('osina').split(' ')[1]}.example`);
    await expect(thanks).toContainText('Клиент передан');
    await give('Кто-то ещё', email);
    await expect(thanks).toContainText('Этот клиент уже в работе');
    expect(await sideways(stranger)).toBe(0);
    await context.close();
  });

  test('stages are edited without scrolling sideways', async ({ page }) => {
    await enter(page, 'owner');
    await page.goto('/deals/set-up');
    await expect(page.getByLabel('Название', { exact: true }).first()).toBeVisible();
    expect(await sideways(page)).toBe(0);
  });
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
