import {
  approveDeal,
  expireDeals,
  extendProtection,
  moveDeal,
  openForm,
  registerDeal,
  rejectDeal,
  setRoles,
  updateDeal,
  withdrawDeal,
  type RegisterDeal,
} from '@mosty/deals';
import type { DealRole } from '@mosty/deals/contract';
import { clientsByExternal } from '@mosty/directory';
import { settleSales } from '@mosty/incentives';
import { look } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { addDays, businessDateOf, type Instant } from '@mosty/kernel/time';
import { COMPANY } from './cast.ts';
import type { Enrolled } from './enrol.ts';
import type { DemoStory } from './simulate.ts';
import type { Stage } from './stage.ts';

const DAY_MS = 86_400_000;
const CONSENT =
  'Клиент знает, что я передаю его контакты компании «Полка Софт», и согласен, чтобы с ним связались о складском учёте.';

interface Told {
  readonly daysAgo: number;
  readonly client: RegisterDeal['client'];
  /** Who handed it over; nobody: our own deal. */
  readonly by?: string;
  readonly roubles?: number;
  /** Approved so many days after. */
  readonly approvedAfter?: number;
  readonly extended?: string;
  readonly stage?: string;
  readonly movedAgo?: number;
  readonly next?: readonly [step: string, inDays: number];
  readonly lost?: string;
  readonly rejected?: string;
  readonly withdrawn?: string;
  readonly roles?: readonly (readonly [who: string, role: DealRole, percent: number, capRoubles?: number])[];
}

/** A deal in every state: waiting in time and too late, protected, second, refused, run out, withdrawn, won and lost. */
const DEALS: readonly Told[] = [
  {
    daysAgo: 130,
    client: { name: 'Тихая гавань', site: 'tihaya-gavan.example', person: 'Роман Седов' },
    by: 'Касса и кофе',
    roubles: 84_000,
    approvedAfter: 1,
    stage: 'talk',
    movedAgo: 118,
  },
  {
    daysAgo: 76,
    client: {
      name: 'Северный склад',
      taxNumber: '7700000018',
      site: 'sevsklad.example',
      person: 'Инна Маркова',
    },
    by: 'Вектор CRM',
    roubles: 960_000,
    approvedAfter: 1,
    extended: 'Клиент попросил отложить до нового бюджета',
    stage: 'offer',
    movedAgo: 3,
    next: ['Показать обмен с площадкой на их товарах', 2],
    roles: [
      ['Вектор CRM', 'source', 100],
      ['ДваБайта', 'implement', 70, 90_000],
      ['Цифра и баланс', 'expertise', 100, 25_000],
    ],
  },
  {
    daysAgo: 41,
    client: { name: 'Полярный чай', site: 'polar-tea.example', email: 'zakupki@polar-tea.example' },
    by: 'Оптовик Денис',
    roubles: 310_000,
    approvedAfter: 1,
    stage: 'contract',
    movedAgo: 1,
    next: ['Подписать договор', 1],
    roles: [['Оптовик Денис', 'source', 100]],
  },
  {
    daysAgo: 38,
    client: { name: 'ООО «Полярный чай»', site: 'www.polar-tea.example', phone: '+7 000 555-01-02' },
    by: 'Учётный двор',
    roubles: 280_000,
  },
  {
    daysAgo: 33,
    client: { name: 'Мастерская обуви Шагаем', site: 'shagaem.example' },
    by: 'ДваБайта',
    roubles: 144_000,
    approvedAfter: 2,
    stage: 'need',
    movedAgo: 24,
    next: ['Узнать, кто решает', -6],
  },
  {
    daysAgo: 29,
    client: { name: 'Рыба и лёд', person: 'Глеб Осетров', phone: '+7 000 555-03-04' },
    by: 'Логист-Партнёр',
    roubles: 220_000,
    approvedAfter: 1,
    lost: 'Выбрали учёт в той же программе, что и касса',
  },
  {
    daysAgo: 21,
    client: { name: 'Детский мир у дома', email: 'hello@dm-doma.example' },
    by: 'Купонатор24',
    rejected: 'С этим магазином мы говорим с весны: вот переписка. Спасибо, что вспомнили о нас.',
  },
  {
    daysAgo: 18,
    client: { name: 'Сад и огород 56', site: 'sad56.example' },
    by: 'Клуб поставщиков Юга',
    withdrawn: 'Клиент закрывает магазин',
  },
  {
    daysAgo: 12,
    client: { name: 'Кофейный двор', site: 'kofedvor.example' },
    roubles: 190_000,
    stage: 'talk',
    movedAgo: 5,
    next: ['Позвонить после инвентаризации', 3],
  },
  {
    daysAgo: 9,
    client: { name: 'Книжная лавка Абзац', taxNumber: '7700000026', person: 'Нина Корректорова' },
    by: 'Цифра и баланс',
    roubles: 75_000,
  },
  {
    daysAgo: 0.4,
    client: { name: 'Пекарня Закваска', site: 'zakvaska.example', person: 'Лев Мучник' },
    by: 'Касса и кофе',
    roubles: 120_000,
  },
  { daysAgo: 0.2, client: { name: 'Северный Склад Плюс', person: 'Ян Громов' }, by: 'ДваБайта' },
];

/** Deals by the name of their client; the one that was won by the number of its sale. */
export type ToldDeals = ReadonlyMap<string, Id<'deal'>>;
export const WON = 'MARK-0001';

/** Registrations by the verbs a user calls, then a form without sign-in, and a deal that became a sale. */
export async function tellDeals(
  stage: Stage,
  story: DemoStory,
  enrolled: ReadonlyMap<string, Enrolled>,
  now: Instant,
): Promise<ToldDeals> {
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const deals = new Map<string, Id<'deal'>>();
  for (const told of DEALS) {
    const dealId = await tell(stage, told, enrolled, ago);
    if (dealId && told.client?.name) deals.set(told.client.name, dealId);
  }
  stage.clock.set(ago(6));
  await openForm(stage.head, { title: 'Передать клиента в «Полку Софт»', consentText: CONSENT });
  const won = await tellWon(stage, story, enrolled, ago);
  if (won) deals.set(WON, won);
  stage.clock.set(now);
  await expireDeals.run(stage.system);
  return deals;
}

type Ago = (days: number) => Date;

async function tell(
  stage: Stage,
  told: Told,
  enrolled: ReadonlyMap<string, Enrolled>,
  ago: Ago,
): Promise<Id<'deal'> | null> {
  const by = told.by === undefined ? null : enrolled.get(told.by);
  if (by === undefined || by?.agreementId === null) return null;
  stage.clock.set(ago(told.daysAgo));
  const { deal } = await registerDeal(stage.head, {
    partnerId: by?.partnerId ?? null,
    client: told.client,
    ...(by ? { handoverBasis: 'client_consent' as const } : {}),
    ...(told.roubles ? { amountMinor: BigInt(told.roubles) * 100n } : {}),
  });
  if (!deal) throw new Error(`not registered: ${told.client?.name ?? ''}`);
  const dealId = deal.id;
  if (told.approvedAfter !== undefined) {
    stage.clock.set(ago(told.daysAgo - told.approvedAfter));
    await approveDeal(stage.head, { dealId });
  }
  stage.clock.set(ago(told.movedAgo ?? Math.max(0.1, told.daysAgo - 2)));
  if (told.roles) await giveRoles(stage, dealId, told.roles, enrolled);
  if (told.extended) await extendProtection(stage.head, { dealId, reason: told.extended });
  if (told.rejected) await rejectDeal(stage.head, { dealId, reason: told.rejected });
  if (told.withdrawn) await withdrawDeal(stage.head, { dealId, reason: told.withdrawn });
  if (told.stage) await moveDeal(stage.head, { dealId, stage: told.stage });
  if (told.next) {
    const [nextStep, inDays] = told.next;
    const nextStepOn = addDays(businessDateOf(ago(0), COMPANY.zone), inDays);
    await updateDeal(stage.head, { dealId, fields: { nextStep, nextStepOn } });
  }
  if (told.lost) await moveDeal(stage.head, { dealId, stage: 'lost', lostReason: told.lost });
  return dealId;
}

async function giveRoles(
  stage: Stage,
  dealId: Id<'deal'>,
  roles: NonNullable<Told['roles']>,
  enrolled: ReadonlyMap<string, Enrolled>,
): Promise<void> {
  await setRoles(stage.head, {
    dealId,
    roles: roles.flatMap(([who, role, percent, cap]) => {
      const one = enrolled.get(who);
      return one?.agreementId
        ? [
            {
              partnerId: one.partnerId,
              agreementId: one.agreementId,
              role,
              sharePpm: percent * 10_000,
              capMinor: cap === undefined ? null : BigInt(cap) * 100n,
            },
          ]
        : [];
    }),
  });
}

/** A client of «Вектор CRM» took one module more: the deal became a sale. */
async function tellWon(
  stage: Stage,
  story: DemoStory,
  enrolled: ReadonlyMap<string, Enrolled>,
  ago: Ago,
): Promise<Id<'deal'> | null> {
  const vector = enrolled.get('Вектор CRM');
  const brought = story.clients.find((client) => client.broughtBy === 'Вектор CRM');
  if (!vector || !brought) return null;
  const clients = await look(stage.system, (tx) => clientsByExternal(tx, [brought.externalId]));
  const clientId = clients.get(brought.externalId)?.id;
  if (!clientId) return null;
  stage.clock.set(ago(20));
  const { deal } = await registerDeal(stage.head, {
    partnerId: vector.partnerId,
    clientId,
    kind: 'cross_sell',
    handoverBasis: 'client_request',
    title: `${brought.name}: модуль маркировки`,
    amountMinor: 4_800_000n,
  });
  if (!deal) return null;
  stage.clock.set(ago(19));
  await approveDeal(stage.head, { dealId: deal.id });
  stage.clock.set(ago(8));
  await settleSales(stage.finance, {
    source: 'billing',
    sales: [
      {
        externalId: WON,
        clientId,
        dealId: deal.id,
        occurredAt: ago(8),
        currency: COMPANY.currency,
        amountMicro: 4_800_000n * 1_000_000n,
        costMinor: 900_000n,
        product: 'Маркировка',
      },
    ],
  });
  return deal.id;
}
