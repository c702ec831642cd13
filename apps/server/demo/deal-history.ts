import { approveDeal, importDeals, registerDeal, setRoles } from '@mosty/deals';
import { clientsByExternal } from '@mosty/directory';
import { settleSales } from '@mosty/incentives';
import { look } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { addDays, businessDateOf, type Instant } from '@mosty/kernel/time';
import { putDealIntoScenario, recordEffect } from '@mosty/scenarios';
import { listScenarios } from '@mosty/scenarios/contract';
import { scenariosRoutes } from '@mosty/scenarios/http';
import { CAST, COMPANY } from './cast.ts';
import type { Enrolled } from './enrol.ts';
import { read } from './read.ts';
import type { DemoClient, DemoStory } from './simulate.ts';
import type { Stage } from './stage.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const PLAN_ROUBLES = { start: 58_800, trade: 154_800, network: 358_800 } as const;
/** The CRM remembers the deals of a year; what came before it was kept in a notebook. */
const REMEMBERED_DAYS = 330;

/** Deals the CRM remembers: of how many clients, and how long one takes. Partners bring those who are ready to buy. */
const WON = { partner: { clients: 24, days: 9, spread: 31 }, direct: { clients: 22, days: 26, spread: 57 } };
const LOST_BY_PARTNERS = ['Лавка пряностей', 'Сыры и точка', 'Тёплый пол', 'Книги почтой', 'Ковровый двор'];
const LOST_BY_OURSELVES = [
  'Мир саженцев',
  'Пуговица',
  'Фермер у дома',
  'Обувь на Лесной',
  'Цех упаковки',
  'Ткани оптом',
  'Зоолавка',
  'Посуда и чай',
  'Крепёж 24',
];

/** How the tasks of scenarios begin. */
const MARKETPLACE = 'Выйти на маркетплейс';
const SECOND_SHOP = 'Открыть вторую точку';
const RETURNS = 'Убрать ручной учёт брака';

/** One module more for a client that was brought before: who brings, who expands, in which scenario. */
const EXPANSIONS = [
  {
    by: 'ДваБайта',
    kind: 'expansion',
    with: 'Учётный двор',
    roubles: 64_000,
    ago: 11,
    task: MARKETPLACE,
    effect: true,
  },
  {
    by: 'Цифра и баланс',
    kind: 'cross_sell',
    with: null,
    roubles: 38_000,
    ago: 9,
    task: MARKETPLACE,
    effect: false,
  },
  {
    by: 'Касса и кофе',
    kind: 'expansion',
    with: 'Учётный двор',
    roubles: 52_000,
    ago: 7,
    task: SECOND_SHOP,
    effect: true,
  },
  {
    by: 'Учётный двор',
    kind: 'cross_sell',
    with: null,
    roubles: 29_000,
    ago: 6,
    task: SECOND_SHOP,
    effect: false,
  },
  {
    by: 'Логист-Партнёр',
    kind: 'expansion',
    with: null,
    roubles: 47_000,
    ago: 4,
    task: RETURNS,
    effect: false,
  },
] as const;

/** What a CRM remembers of the last year, and clients who took one module more through a scenario. */
export async function tellDealHistory(
  stage: Stage,
  story: DemoStory,
  enrolled: ReadonlyMap<string, Enrolled>,
  now: Instant,
): Promise<void> {
  stage.clock.set(now);
  await rememberDeals(stage, story, now);
  const { items } = await read(scenariosRoutes, listScenarios, stage.head, { query: { limit: 100 } });
  for (const told of EXPANSIONS) {
    const scenario = items.find(({ task }) => task.startsWith(told.task));
    await expand(stage, story, enrolled, now, told, scenario?.id);
  }
  stage.clock.set(now);
}

async function rememberDeals(stage: Stage, story: DemoStory, now: Instant): Promise<void> {
  const since = now.getTime() - REMEMBERED_DAYS * DAY_MS;
  const firstPaid = new Map<string, Instant>();
  for (const sale of story.sales.flat())
    if (!firstPaid.has(sale.client.externalId)) firstPaid.set(sale.client.externalId, sale.occurredAt);
  const partners = new Set(CAST.filter((one) => one.class === 'partner_sales').map(({ name }) => name));
  const came = story.clients.filter(
    ({ externalId, month }) => month > 0 && (firstPaid.get(externalId)?.getTime() ?? 0) > since,
  );
  const won = (clients: readonly DemoClient[], of: (typeof WON)['partner']) =>
    clients.slice(0, of.clients).map((client, place) => {
      const closedAt = firstPaid.get(client.externalId) ?? now;
      return {
        externalId: `CRM-${client.externalId}`,
        title: client.name,
        clientExternalId: client.externalId,
        ...(client.broughtBy ? { partner: client.broughtBy } : {}),
        registeredAt: new Date(closedAt.getTime() - (of.days + ((place * 7) % of.spread)) * DAY_MS),
        closedAt,
        outcome: 'won' as const,
        amountMinor: BigInt(PLAN_ROUBLES[client.plan]) * 100n,
      };
    });
  const lost = (names: readonly string[], by: readonly string[]) =>
    names.map((name, place) => {
      const closedAt = new Date(now.getTime() - (20 + place * 29) * DAY_MS);
      const partner = by[place % Math.max(1, by.length)];
      return {
        externalId: `CRM-L-${partner ? 'P' : 'D'}${place + 1}`,
        title: name,
        ...(partner ? { partner } : {}),
        registeredAt: new Date(closedAt.getTime() - (30 + place * 6) * DAY_MS),
        closedAt,
        outcome: 'lost' as const,
      };
    });
  const brought = came.filter(({ broughtBy }) => broughtBy !== null && partners.has(broughtBy));
  await importDeals(stage.head, {
    source: 'crm',
    deals: [
      ...won(brought, WON.partner),
      ...won(
        came.filter(({ broughtBy }) => broughtBy === null),
        WON.direct,
      ),
      ...lost(LOST_BY_PARTNERS, ['ДваБайта', 'Касса и кофе']),
      ...lost(LOST_BY_OURSELVES, []),
    ],
  });
}

async function expand(
  stage: Stage,
  story: DemoStory,
  enrolled: ReadonlyMap<string, Enrolled>,
  now: Instant,
  told: (typeof EXPANSIONS)[number],
  scenarioId: string | undefined,
): Promise<void> {
  const by = enrolled.get(told.by);
  const other = told.with === null ? undefined : enrolled.get(told.with);
  const client = story.clients.findLast((one) => one.broughtBy === told.by && one.month < 15);
  if (!by?.agreementId || !client) return;
  const clients = await look(stage.system, (tx) => clientsByExternal(tx, [client.externalId]));
  const clientId = clients.get(client.externalId)?.id;
  if (!clientId) return;
  const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS - HOUR_MS);
  stage.clock.set(daysAgo(told.ago + 16));
  const amountMinor = BigInt(told.roubles) * 100n;
  const { deal } = await registerDeal(stage.head, {
    partnerId: by.partnerId,
    clientId,
    kind: told.kind,
    handoverBasis: 'client_request',
    title: `${client.name}: ещё один модуль`,
    amountMinor,
  });
  if (!deal) return;
  await approveDeal(stage.head, { dealId: deal.id });
  if (other?.agreementId) {
    const role = { sharePpm: 1_000_000, capMinor: null };
    await setRoles(stage.head, {
      dealId: deal.id,
      roles: [
        { ...role, partnerId: by.partnerId, agreementId: by.agreementId, role: 'source' },
        { ...role, partnerId: other.partnerId, agreementId: other.agreementId, role: 'expand' },
      ],
    });
  }
  const paidAt = daysAgo(told.ago);
  stage.clock.set(paidAt);
  await settleSales(stage.finance, {
    source: 'billing',
    sales: [
      {
        externalId: `MORE-${client.externalId}`,
        clientId,
        dealId: deal.id,
        occurredAt: paidAt,
        currency: COMPANY.currency,
        amountMicro: amountMinor * 1_000_000n,
        costMinor: (amountMinor * 22n) / 100n,
        product: 'Модуль',
      },
    ],
  });
  stage.clock.set(now);
  if (!scenarioId) return;
  const where = { scenarioId: scenarioId as Id<'scenario'>, dealId: deal.id };
  await putDealIntoScenario(stage.head, where);
  if (told.effect)
    await recordEffect(stage.head, {
      ...where,
      effect: 'Приёмка занимает вдвое меньше времени',
      evidence: 'Сверка журналов приёмки за две недели до и после',
      measuredOn: addDays(businessDateOf(now, COMPANY.zone), -1),
    });
}
