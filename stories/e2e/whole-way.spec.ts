import { removeMember } from '@mosty/identity';
import type { Id } from '@mosty/kernel/id';
import * as lifecycle from '@mosty/lifecycle/contract';
import * as onboarding from '@mosty/onboarding/contract';
import * as recruiting from '@mosty/recruiting/contract';
import { testWorkspace, type World } from '@mosty/testkit';
import * as tracking from '@mosty/tracking/contract';
import type { Browser, Page } from '@playwright/test';
import { openServer } from './office.fixture.ts';
import { ask, check, offer, prepare, sell, today } from './one-partner.fixture.ts';
import { expect, PHONE, sideways, test, WIDE } from './shell.fixture.ts';

/**
 * One partner from the answer of a customer to the money of its first client, on the screens where people act: the
 * survey, the search, the gates, the acceptance, the link and the money. What is gathered between them by a form after a form has
 * specs of its own, so here it comes through the doors of the API; the gates ask for it all the same.
 */
const NAME = 'Вектор';
const DESTINATION = 'https://polka.example.ru/crm';

interface Company {
  readonly url: string;
  readonly world: World;
  device(browser: Browser, viewport?: typeof WIDE): Promise<Page>;
  settle(): Promise<unknown>;
  close(): Promise<void>;
}

async function openCompany(): Promise<Company> {
  const { url, running, close } = await openServer();
  const world = await testWorkspace(
    { appUrl: running.opened.appUrl },
    // Since yesterday: what is written by the server's own clock comes after it.
    { isDemo: true, startAt: new Date(Date.now() - 86_400_000) },
  );
  // The demo lets in the eldest of a role: it shall be the person of this partner, and not of nobody's.
  await removeMember(world.contextOf('owner'), {
    memberId: world.member('partner_owner').id,
    reason: 'Партнёра ещё нет',
  });
  return {
    url,
    world,
    device: async (browser, viewport = WIDE) => {
      const wishes = { baseURL: url, viewport, locale: 'ru-RU', reducedMotion: 'reduce' as const };
      return (await browser.newContext(wishes)).newPage();
    },
    settle: () => running.dispatcher.settle(),
    close: async () => {
      await world.close();
      await close();
    },
  };
}

let company: Company;
let partnerId: Id<'partner'>;

test.describe.configure({ mode: 'serial', timeout: 120_000 });
test.beforeAll(async () => {
  test.setTimeout(180_000);
  company = await openCompany();
});
test.afterAll(() => company?.close());

async function person(browser: Browser, role: string, viewport = WIDE): Promise<Page> {
  const page = await company.device(browser, viewport);
  const headers = { origin: company.url };
  const entered = await page.request.post('/api/v1/demo-session', { data: { role }, headers });
  expect(entered.ok(), await entered.text()).toBe(true);
  return page;
}

/** Passes the gate on the board as a person does. */
async function pass(page: Page, stage: string): Promise<void> {
  await page.goto('/pipeline');
  await page.getByRole('button', { name: `Ворота: ${NAME}` }).click();
  const gate = page.getByRole('dialog');
  await gate.getByRole('button', { name: stage, exact: true }).click();
  await gate.getByRole('button', { name: `Перевести на этап «${stage}»` }).click();
  await expect(gate).toHaveCount(0);
  await expect(page.getByRole('region', { name: stage, exact: true })).toContainText(NAME);
}

test('customers name whom they listen to, and the name is taken into work', async ({ browser }) => {
  const { world } = company;
  const { token } = await ask(recruiting.openSurvey, world.contextOf('head'), {
    body: {
      title: 'Кого вы слушаете',
      language: 'ru',
      whomQuestion: 'Кого вы слушаете о торговле?',
      toolsQuestion: 'Чем ещё пользуетесь?',
    },
  });
  for (const customer of ['K-1', 'K-2']) {
    const page = await company.device(browser, PHONE);
    await page.goto(`/survey/${token}?who=${customer}`);
    await page.getByLabel('Кого вы слушаете о торговле?').fill(NAME);
    await page.getByRole('button', { name: 'Ответить' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Ваш ответ записан' })).toBeVisible();
    await page.context().close();
  }
  await company.settle();
  const page = await person(browser, 'head');
  await page.goto('/scout');
  await page.getByRole('row', { name: new RegExp(NAME) }).click();
  const card = page.getByRole('dialog');
  await card.getByRole('button', { name: 'Взять в работу' }).click();
  await card.getByRole('button', { name: 'Взять в работу' }).click();
  await expect(page).toHaveURL(/\/partners\/[^/]+$/);
  partnerId = new URL(page.url()).pathname.split('/').at(-1) as Id<'partner'>;
  await expect(page.getByRole('heading', { level: 1 })).toContainText(NAME);
  await page.context().close();
});

test('the gates stay shut until what they ask for is there', async ({ browser }) => {
  const { world } = company;
  const head = world.contextOf('head');
  const params = { partnerId };
  const page = await person(browser, 'head');
  await page.goto('/pipeline');
  await page.getByRole('button', { name: `Ворота: ${NAME}` }).click();
  const gate = page.getByRole('dialog');
  await gate.getByRole('button', { name: 'Разговор', exact: true }).click();
  await expect(gate).toContainText('Ворота закрыты');
  await expect(gate.getByRole('button', { name: /^Перевести/ })).toHaveCount(0);

  world.clock.set(new Date());
  await ask(recruiting.writeApproach, head, {
    params,
    body: { whyYou: 'Наши клиенты назвали вас сами', partnerValue: 'Новая услуга старым заказчикам' },
  });
  await pass(page, 'Разговор');
  await ask(recruiting.recordReply, head, { params, body: { said: 'interested', repliedOn: today() } });
  await ask(recruiting.answerClass, head, {
    params,
    body: {
      experience: 'none',
      readyToTell: false,
      bringsClients: true,
      jointGoals: [],
      answerable: 'people_and_terms',
    },
  });
  await pass(page, 'Проверка');
  await check({ world, partnerId });
  await pass(page, 'Одобрен');
  await page.context().close();
});

test('on a phone the partner accepts by name, takes a link, and sees the money of its first client', async ({
  browser,
}) => {
  const { world } = company;
  const [head, owner] = [world.contextOf('head'), world.contextOf('owner')];
  const params = { partnerId };
  world.clock.set(new Date());
  const agreementId = await offer({ world, partnerId });
  const phone = await person(browser, 'partner_owner', PHONE);
  await phone.goto('/portal/rules');
  await phone.getByRole('button', { name: 'Прочитать и принять' }).click();
  const panel = phone.getByRole('dialog');
  await expect(panel).toContainText('Пять клиентов за квартал');
  await panel.getByLabel('Кто принимает').fill('');
  await panel.getByRole('button', { name: 'Принять', exact: true }).click();
  await expect(panel).toContainText('Назовите человека');
  await panel.getByLabel('Кто принимает').fill('Руслан Гатин');
  await panel.getByRole('button', { name: 'Принять', exact: true }).click();
  await expect(phone.getByRole('main')).toContainText('Приняли обе стороны');
  expect(await sideways(phone)).toBe(0);
  // Their word was the last thing missing: the gate is passed by itself.
  const { standing } = await ask(lifecycle.readPartnerStage, head, { params });
  expect(standing?.stage).toBe('agreed');

  world.clock.set(new Date());
  await ask(onboarding.planLaunch, head, { params, body: { kind: 'agent', firstStepOn: today() } });
  await ask(tracking.setLinkSettings, owner, {
    body: {
      destinations: [{ host: new URL(DESTINATION).host, withSubdomains: false }],
      domains: [],
      floorPpm: 0,
      ourDiscountPpm: 0,
    },
  });
  await phone.goto('/portal/links');
  await phone.getByRole('button', { name: 'Новая ссылка' }).first().click();
  await phone.getByRole('dialog').getByLabel('Куда ведёт').fill(DESTINATION);
  await phone.getByRole('dialog').getByRole('button', { name: 'Новая ссылка' }).click();
  await expect(phone.getByRole('dialog').getByRole('img', { name: /QR-код/ })).toBeVisible();
  expect(await sideways(phone)).toBe(0);

  // Paid while the partner is still preparing: it is told that nothing is lost, and sees it on the first day of the pilot.
  world.clock.set(new Date());
  await sell({ world, partnerId }, agreementId);
  await company.settle();
  await phone.goto('/portal/money');
  await expect(phone.getByRole('heading', { level: 1 })).toContainText('когда придут деньги');
  await expect(phone.getByRole('main')).toContainText('когда соглашение начнёт действовать');
  world.clock.set(new Date());
  await prepare({ world, partnerId });
  const board = await person(browser, 'head');
  await pass(board, 'Пилот');
  await board.context().close();
  await company.settle();
  await phone.reload();
  await expect(phone.getByRole('main')).toContainText(/500,00\s₽/);
  await phone
    .getByText(/500,00\s₽/)
    .last()
    .click();
  await expect(phone.getByRole('main')).toContainText('10 %');
  expect(await sideways(phone)).toBe(0);
  await phone.context().close();
});
