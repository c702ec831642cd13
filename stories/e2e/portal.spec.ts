import type { Browser, Page } from '@playwright/test';
import { openServer } from './office.fixture.ts';
import { expect, PHONE, sideways, signInAs, test, WIDE } from './shell.fixture.ts';

const OWNER = { name: 'Анна Ветрова', email: 'anna@mosty.test', password: 'три зелёных моста' };
const PARTNER = { name: 'Руслан Гатин', email: 'ruslan@vector.test', password: 'семь белых мостов' };

async function deviceOf(browser: Browser, url: string, viewport: typeof WIDE): Promise<Page> {
  const context = await browser.newContext({
    baseURL: url,
    viewport,
    locale: 'ru-RU',
    reducedMotion: 'reduce',
  });
  return context.newPage();
}

/** Calls the API as the page would. */
async function post<T>(page: Page, url: string, path: string, data: unknown): Promise<T> {
  const answer = await page.request.post(`/api/v1${path}`, {
    ...(data === undefined ? {} : { data }),
    headers: { origin: url },
  });
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  return (await answer.json()) as T;
}

/** What a letter to this address says: there is no mail server, letters wait on the owner's page. */
async function linkTo(page: Page, url: string, email: string, pattern: RegExp): Promise<string> {
  const list = await page.request.get('/api/v1/messages?limit=50');
  const { items } = (await list.json()) as { items: { id: string; toEmail: string }[] };
  for (const { id } of items.filter(({ toEmail }) => toEmail === email)) {
    const { body } = await post<{ body: string }>(page, url, `/messages/${id}/opening`, undefined);
    const found = pattern.exec(body);
    if (found) return found[0];
  }
  throw new Error(`no letter to ${email} with ${String(pattern)}`);
}

test('a partner comes in on a phone by a one-time link and sees whose move it is', async ({ browser }) => {
  test.setTimeout(120_000);
  const { url, close } = await openServer();
  try {
    const office = await deviceOf(browser, url, WIDE);
    await office.goto('/new');
    await office.getByLabel('Название').fill('Мосты и дороги');
    await office.getByLabel('Как вас зовут').fill(OWNER.name);
    await office.getByLabel('Почта').fill(OWNER.email);
    await office.getByLabel('Пароль', { exact: true }).fill(OWNER.password);
    await office.getByRole('button', { name: 'Создать компанию' }).click();
    await expect(office.getByRole('button', { name: /настройки и выход/ })).toBeVisible();
    const partner = await post<{ id: string }>(office, url, '/partners', { name: 'Вектор CRM' });
    await post(office, url, `/partners/${partner.id}/faces`, {
      side: 'ours',
      name: 'Мария Лунёва',
      phone: '+7 000 200-11-01',
      replyHours: 24,
    });
    const { name, email } = PARTNER;
    await post(office, url, '/invitations', { name, email, role: 'partner_owner', partnerId: partner.id });

    const phone = await deviceOf(browser, url, PHONE);
    await phone.goto(await linkTo(office, url, email, /\/invitations\/[\w-]{43}/));
    await phone.getByLabel('Придумайте пароль').fill(PARTNER.password);
    await phone.getByRole('button', { name: 'Принять приглашение' }).click();
    await expect(phone).toHaveURL(/\/portal$/);
    await phone.getByRole('button', { name: 'Ещё' }).click();
    await phone.getByRole('button', { name: 'Выйти' }).click();
    await expect(phone).toHaveURL(/\/sign-in/);

    await phone.goto('/sign-in/link');
    await phone.getByLabel('Почта').fill(email);
    await phone.getByRole('button', { name: 'Прислать ссылку', exact: true }).click();
    await expect(phone.getByRole('heading', { level: 1 })).toContainText('письмо уже в пути');
    await phone.goto(await linkTo(office, url, email, /\/sign-in\/link\?token=[\w-]+/));
    await phone.getByRole('button', { name: 'Войти', exact: true }).click();
    await expect(phone).toHaveURL(/\/portal$/);

    await expect(phone.getByRole('heading', { level: 1 })).toHaveText(/ваш\sход:\s\d+\sдел/);
    await expect(phone.getByRole('main')).toContainText('Мария Лунёва');
    await expect(phone.getByRole('main')).toContainText('Обещает ответить за 24 часа');
    await expect(phone.getByRole('navigation').getByRole('link', { name: 'Главная' })).toBeVisible();
    await expect(phone.getByRole('link', { name: 'Партнёры' })).toHaveCount(0);
    expect(await sideways(phone)).toBe(0);

    // The shell stays for the time without a network, and says what is wrong.
    await phone.evaluate(async () => void (await navigator.serviceWorker.ready));
    await phone.context().setOffline(true);
    await phone.reload();
    await expect(phone.getByRole('alert')).toContainText(/сет|связ/i);
    await phone.context().setOffline(false);
    await phone.getByRole('button', { name: 'Попробовать ещё раз' }).click();
    await expect(phone.getByRole('heading', { level: 1 })).toHaveText(/ваш\sход/);
    await phone.context().close();
    await office.context().close();
  } finally {
    await close();
  }
});

test.describe('a colleague looks with the partner’s eyes', () => {
  test.use({ viewport: WIDE });

  test('sees what the partner sees, changes nothing, comes back; the journal has it', async ({ page }) => {
    await signInAs(page, 'manager');
    const { items } = (await (await page.request.get('/api/v1/partners?q=Вектор&limit=1')).json()) as {
      items: { id: string }[];
    };
    const partnerId = items[0]?.id ?? '';
    await page.goto(`/partners/${partnerId}`);
    await page.getByRole('button', { name: 'Глазами партнёра' }).click();
    await page.getByRole('button', { name: 'Смотреть' }).click();
    await expect(page).toHaveURL(/\/portal$/);
    await expect(page.getByRole('status').filter({ hasText: 'глазами партнёра «Вектор CRM»' })).toBeVisible();
    await expect(page.getByRole('heading', { level: 2, name: /Сколько вы заработали/ })).toBeVisible();
    const refused = await page.evaluate(async (as) => {
      const answer = await fetch('/api/v1/deals', {
        method: 'POST',
        headers: { 'mosty-as-partner': as, 'content-type': 'application/json' },
        body: '{}',
      });
      return ((await answer.json()) as { code: string }).code;
    }, partnerId);
    expect(refused).toBe('identity.look_is_read_only');
    // A file is fetched by the browser itself: with whose eyes stands in its address.
    const seen = await page.request.get(`/api/v1/partners?limit=50&mosty-as-partner=${partnerId}`);
    expect(((await seen.json()) as { items: unknown[] }).items).toHaveLength(1);

    await page.getByRole('button', { name: 'Вернуться' }).click();
    await expect(page).toHaveURL(new RegExp(`/partners/${partnerId}`));
    await page.context().clearCookies();
    await signInAs(page, 'owner');
    const journal = await page.request.get(`/api/v1/audit?verb=identity.look_as_partner&limit=1`);
    expect(((await journal.json()) as { items: { subject: string }[] }).items[0]?.subject).toBe(partnerId);
  });
});
