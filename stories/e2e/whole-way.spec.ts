import * as agreements from '@mosty/agreements/contract';
import * as directory from '@mosty/directory/contract';
import { removeMember } from '@mosty/identity';
import type { Id } from '@mosty/kernel/id';
import { businessDateOf } from '@mosty/kernel/time';
import * as lifecycle from '@mosty/lifecycle/contract';
import * as onboarding from '@mosty/onboarding/contract';
import * as recruiting from '@mosty/recruiting/contract';
import { SERVED } from '@mosty/server/composition';
import { askOf, testWorkspace, type World } from '@mosty/testkit';
import * as tracking from '@mosty/tracking/contract';
import type { Browser, Page } from '@playwright/test';
import { openServer } from './office.fixture.ts';
import { expect, PHONE, sideways, test, WIDE } from './shell.fixture.ts';

/**
 * One partner from the answer of a customer to its first link, on the screens where people act: the survey, the
 * search, the gates, the acceptance and the link. What is gathered between them by a form after a form has
 * specs of its own, so here it comes through the doors of the API; the gates ask for it all the same.
 */
const NAME = 'Вектор';
const DESTINATION = 'https://polka.example.ru/crm';
const ask = askOf(SERVED);
const today = () => businessDateOf(new Date(), 'Europe/Moscow');

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
  const [head, owner] = [world.contextOf('head'), world.contextOf('owner')];
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
  await ask(recruiting.answerCheck, head, {
    params,
    body: { answers: recruiting.PLAIN_QUESTIONS.map((question) => ({ question, answer: 'yes' })) },
  });
  await ask(recruiting.setContribution, head, {
    params,
    body: { contribution: 'trust', sentence: 'Приводит тех, кто слышал о нас от своих' },
  });
  const sums = { volume: 5, currency: 'RUB', revenueMinor: 45_000_000, commissionMinor: 9_000_000 };
  await ask(recruiting.setEconomics, head, { params, body: { ...sums, costsMinor: 12_000_000 } });
  for (const win of recruiting.WINS)
    await ask(recruiting.setWin, head, {
      params,
      body: { win, answer: 'yes', metric: 'Внедрения', target: 'пять', how: 'Спросим' },
    });
  for (const subject of recruiting.SUBJECTS)
    await ask(recruiting.addEvidence, head, {
      params,
      body: { subject, kind: 'talk', says: 'Записали', source: 'Протокол', seenOn: today() },
    });
  const check = await ask(recruiting.readCheck, owner, { params });
  for (const { id } of [...check.criteria, ...check.wins].flatMap((one) => one.evidence))
    await ask(recruiting.verifyEvidence, owner, {
      params: { evidenceId: id },
      body: { verdict: 'verified', how: 'Пересмотрел' },
    });
  await pass(page, 'Одобрен');
  await page.context().close();
});

test('on a phone the partner accepts by name and takes a link', async ({ browser }) => {
  const { world } = company;
  const [head, owner] = [world.contextOf('head'), world.contextOf('owner')];
  const params = { partnerId };
  world.clock.set(new Date());
  await offer(world);
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
  await phone.context().close();
});

/** Requisites, faces, common texts and the expectations signed by us: all but the partner's word of them. */
async function offer(world: World): Promise<void> {
  const [head, owner] = [world.contextOf('head'), world.contextOf('owner')];
  const params = { partnerId };
  await ask(directory.setRequisites, head, {
    params,
    body: {
      country: 'RU',
      legalForm: 'sole_proprietor',
      legalName: 'ИП Ёлкина Мария',
      taxNumber: '500100732259',
    },
  });
  const { id: agreementId, versions } = await ask(agreements.openAgreement, head, {
    body: {
      partnerId,
      class: 'partner_sales',
      kind: 'agent',
      startsOn: today(),
      expectations: {
        success: 'Пять клиентов за квартал',
        whoAnswers: 'Мария и Руслан',
        ifItBreaks: 'Созвон за день',
        howCounted: 'По закреплению клиента',
      },
    },
  });
  const shown = { version: versions[0]?.version, bodyHash: versions[0]?.bodyHash };
  await ask(agreements.acceptAgreement, head, {
    params: { agreementId },
    body: { ...shown, side: 'ours', person: 'Мария' },
  });
  for (const side of ['ours', 'theirs'] as const)
    await ask(directory.addFace, head, { params, body: { side, name: 'Руслан', isMain: true } });
  const theirs = await world.contextOfPartner(partnerId);
  const { items: texts } = await ask(agreements.listTexts, head);
  for (const { kind, bodyHash } of texts) {
    if (kind === 'code_of_honour')
      await ask(agreements.acceptOurText, owner, { params: { kind }, body: { bodyHash, person: 'Ирина' } });
    await ask(agreements.acceptText, theirs, {
      params: { partnerId, kind },
      body: { bodyHash, person: 'Руслан' },
    });
  }
}
