import {
  answerClaim,
  draftPolicy,
  openClaim,
  publishPolicy,
  withdrawClaim,
  type OpenClaim,
} from '@mosty/attribution';
import { SHIPPED_POLICY, type Policy } from '@mosty/attribution/contract';
import { decideClaim, settleSales } from '@mosty/incentives';
import type { Id } from '@mosty/kernel/id';
import type { Instant } from '@mosty/kernel/time';
import { COMPANY } from './cast.ts';
import type { Enrolled } from './enrol.ts';
import type { DemoStory } from './simulate.ts';
import type { Stage } from './stage.ts';

const DAY_MS = 86_400_000;

/** A code at the till gives way to whoever led the client there, and the ends of a journey weigh more (S0.33). */
const FAIRER: Policy = {
  rules: SHIPPED_POLICY.rules.map((rule) => {
    if (rule.rule === 'code') return { ...rule, yieldsToTouches: true };
    if (rule.rule !== 'touches') return rule;
    return {
      ...rule,
      windowDays: 60,
      sharing: { model: 'position' as const, firstPpm: 400_000, lastPpm: 400_000 },
    };
  }),
  claims: { windowDays: 45, answerDays: 5 },
};

interface Told {
  readonly daysAgo: number;
  /** Whose sale it is now. */
  readonly of: string;
  readonly claimant: string;
  readonly claims: string;
  readonly wanted: OpenClaim['wanted'];
  readonly evidence: OpenClaim['evidence'];
  readonly answer?: string;
  readonly ends?:
    | {
        readonly outcome: 'upheld' | 'rejected';
        readonly explanation: string;
        readonly precedentTitle: string;
      }
    | 'withdrawn';
}

const CLAIMS: readonly Told[] = [
  {
    daysAgo: 15,
    of: 'Цифра и баланс',
    claimant: 'Учётный двор',
    claims: 'Этого клиента мы знаем три года, он приходил к нам на бухгалтерию.',
    wanted: { outcome: 'mine' },
    evidence: [{ text: 'Договор на ведение учёта, 2023' }],
    answer: 'Мы познакомили клиента с компанией в августе, встреча была втроём.',
    ends: {
      outcome: 'rejected',
      explanation:
        'Знать клиента и привести его – разное. Познакомили с нами «Цифра и баланс», это подтверждает и сам клиент.',
      precedentTitle: 'Знать клиента – не значит привести',
    },
  },
  {
    daysAgo: 12,
    of: 'Вектор CRM',
    claimant: 'ДваБайта',
    claims: 'Клиент решился только после нашей демонстрации переноса: мы готовили её неделю.',
    wanted: { outcome: 'shared', sharePpm: 300_000 },
    evidence: [{ text: 'Запись демонстрации', url: 'https://example.com/demo' }],
    answer: 'Правда: без переноса сделки бы не было. Не против поделиться.',
    ends: {
      outcome: 'upheld',
      explanation:
        'Познакомил Вектор, решение помогли принять ДваБайта. Делим 70 на 30, обе стороны согласны.',
      precedentTitle: 'Демонстрация переноса до оплаты – 30 %',
    },
  },
  {
    daysAgo: 6,
    of: 'Купонатор24',
    claimant: 'СравниСофт',
    claims: 'Клиент пришёл по нашему обзору, а купон нашёл уже в корзине.',
    wanted: { outcome: 'mine' },
    evidence: [{ text: 'Обзор вышел за неделю до покупки', url: 'https://example.com/review' }],
    answer: 'Код введён у вас на странице оплаты. Откуда пришёл человек, мы не знаем.',
  },
  {
    daysAgo: 2,
    of: 'Учётный двор',
    claimant: 'Цифра и баланс',
    claims: 'Это клиент нашей программы, мы передали его на консультацию коллегам.',
    wanted: { outcome: 'shared', sharePpm: 500_000 },
    evidence: [],
  },
  {
    daysAgo: 1,
    of: 'СравниСофт',
    claimant: 'Вектор CRM',
    claims: 'Похоже, это тот же клиент, которого мы вели весной.',
    wanted: { outcome: 'mine' },
    evidence: [],
    ends: 'withdrawn',
  },
];

/** The rules changed once, and five quarrels in every state there is. */
export async function tellWhoBrought(
  stage: Stage,
  story: DemoStory,
  enrolled: ReadonlyMap<string, Enrolled>,
  now: Instant,
): Promise<void> {
  const daysAgo = (days: number) => stage.clock.set(new Date(now.getTime() - days * DAY_MS));
  daysAgo(20);
  await draftPolicy(stage.head, {
    body: FAIRER,
    reason: 'Купоны у кассы забирают тех, кого привели обзоры. Пусть платит весь путь, а не последний шаг.',
  });
  await publishPolicy(stage.owner);
  for (const told of CLAIMS) {
    const sale = saleOf(story, told.of);
    const claimant = enrolled.get(told.claimant);
    if (!sale || !claimant) continue;
    daysAgo(told.daysAgo);
    await quarrel(stage, told, await saleId(stage, sale), claimant.partnerId);
  }
  stage.clock.set(now);
}

async function quarrel(stage: Stage, told: Told, sale: Id<'sale'>, partnerId: Id<'partner'>): Promise<void> {
  const { claims, wanted, evidence, answer, ends } = told;
  const { id } = await openClaim(stage.head, { saleId: sale, partnerId, claims, wanted, evidence });
  if (answer !== undefined) {
    stage.clock.advance(DAY_MS / 2);
    await answerClaim(stage.head, { claimId: id, said: `${told.of}: «${answer}»` });
  }
  if (ends === 'withdrawn') await withdrawClaim(stage.head, { claimId: id });
  else if (ends) {
    stage.clock.advance(DAY_MS);
    await decideClaim(stage.owner, { claimId: id, ...ends });
  }
}

type Sale = DemoStory['sales'][number][number];

/** The last sale of last month that the partner brought. */
function saleOf(story: DemoStory, partner: string): Sale | undefined {
  return story.sales.at(-2)?.findLast((sale) => sale.client.broughtBy === partner);
}

/** Told again a sale is known, and its id is answered. */
async function saleId(stage: Stage, sale: Sale): Promise<Id<'sale'>> {
  const { known } = await settleSales(stage.finance, {
    source: 'billing',
    sales: [
      {
        externalId: sale.externalId,
        clientExternalId: sale.client.externalId,
        occurredAt: sale.occurredAt,
        currency: COMPANY.currency,
        amountMicro: sale.amountMinor * 1_000_000n,
        costMinor: (sale.amountMinor * 22n) / 100n,
        product: sale.client.plan,
      },
    ],
  });
  const [first] = known;
  if (!first) throw new Error(`the sale ${sale.externalId} is not there`);
  return first.id;
}
