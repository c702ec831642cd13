import {
  addDays,
  addMonths,
  firstDay,
  startOfDay,
  type BusinessDate,
  type Instant,
  type Month,
  type Zone,
} from '@mosty/kernel/time';
import { CAST, REFERRERS, type CastPartner } from './cast.ts';
import { clientName } from './names.ts';
import { seeded, type Random } from './random.ts';

export const MONTHS = 18;
/** Plans of «Полка», kopecks a month. */
export const PLANS = { start: 490_000n, trade: 1_290_000n, network: 2_990_000n } as const;
export type Plan = keyof typeof PLANS;

/** Clients of the company itself when the story begins and when it ends. */
const DIRECT_AT_FIRST = 490;
const DIRECT_AT_LAST = 609;

export interface DemoClient {
  readonly externalId: string;
  readonly name: string;
  readonly plan: Plan;
  /** Name of the partner or of the referring client that brought it; null: sold by ourselves. */
  readonly broughtBy: string | null;
  readonly month: number;
  /** Pays no more from this month on. */
  readonly until: number;
  readonly day: number;
}

export interface DemoSale {
  readonly externalId: string;
  readonly client: DemoClient;
  readonly occurredAt: Instant;
  readonly amountMinor: bigint;
}

export interface DemoStory {
  /** The calendar month of history month 0, 1 … 17, and of the running one, 18. */
  readonly months: readonly Month[];
  readonly clients: readonly DemoClient[];
  /** By history month. */
  readonly sales: readonly (readonly DemoSale[])[];
}

/**
 * Eighteen whole months before the running one, and the running one up to yesterday. Pure: the same day and zone
 * tell the same story.
 */
export function simulate(today: BusinessDate, zone: Zone, seed = 20_260_101): DemoStory {
  const random = seeded(seed);
  const running = today.slice(0, 7) as Month;
  const months = Array.from({ length: MONTHS + 1 }, (_, index) => addMonths(running, index - MONTHS));
  const clients = [...direct(random), ...brought(random), ...referred(random)].map((client, index) => ({
    ...client,
    externalId: `K-${String(index + 1).padStart(4, '0')}`,
  }));
  const sales = months.map((month, index) => paymentsOf(clients, month, index, today, zone));
  return { months, clients, sales };
}

type Draft = Omit<DemoClient, 'externalId'>;

const OWN_PLANS = [
  ['start', 50],
  ['trade', 41],
  ['network', 9],
] as const;
const PARTNER_PLANS = [
  ['start', 37],
  ['trade', 43],
  ['network', 20],
] as const;
const ALLIANCE_PLANS = [
  ['trade', 45],
  ['network', 55],
] as const;
const NEVER = Number.POSITIVE_INFINITY;

/** The referring clients come first of all: they must have paid and got a result before they refer. */
function direct(random: Random): Draft[] {
  return Array.from({ length: DIRECT_AT_LAST }, (_, index) => {
    const growth = Math.floor(((index - DIRECT_AT_FIRST) / (DIRECT_AT_LAST - DIRECT_AT_FIRST)) * MONTHS) + 1;
    return {
      name: REFERRERS[index] ?? clientName(random, index),
      plan: random.weighed(OWN_PLANS),
      broughtBy: null,
      month: index < DIRECT_AT_FIRST ? 0 : Math.min(growth, MONTHS - 1),
      until: NEVER,
      day: random.between(1, 28),
    };
  });
}

function brought(random: Random): Draft[] {
  return CAST.flatMap((partner) => clientsOf(partner, random));
}

function clientsOf(partner: CastPartner, random: Random): Draft[] {
  if (partner.launched === null || partner.clients === 0) return [];
  const first = partner.launched + partner.firstAfter;
  const end = partner.left ?? MONTHS - (partner.quietFor ?? 0);
  const last = Math.max(first, partner.quietFor === undefined ? MONTHS - 1 : end - 1);
  return Array.from({ length: partner.clients }, (_, index) => ({
    name: clientName(random, 1_000 + index),
    plan: random.weighed(partner.class === 'alliance' ? ALLIANCE_PLANS : PARTNER_PLANS),
    broughtBy: partner.name,
    // The first client in the promised month, the others spread over what is left.
    month:
      index === 0
        ? first
        : Math.min(last, first + Math.floor((index / partner.clients) * (last - first + 1))),
    // A quiet partner's clients left with it: that is what makes the silence cost money.
    until: partner.quietFor === undefined ? NEVER : end,
    day: random.between(1, 28),
  }));
}

const REFERRED = 17;

function referred(random: Random): Draft[] {
  return Array.from({ length: REFERRED }, (_, index) => ({
    name: clientName(random, 2_000 + index),
    plan: random.weighed(OWN_PLANS),
    broughtBy: REFERRERS[index % REFERRERS.length] ?? null,
    month: 4 + Math.floor((index / REFERRED) * 13),
    until: NEVER,
    day: random.between(3, 28),
  }));
}

function paymentsOf(
  clients: readonly DemoClient[],
  month: Month,
  index: number,
  today: BusinessDate,
  zone: Zone,
): DemoSale[] {
  return clients
    .filter((client) => client.month <= index && index < client.until)
    .map((client) => ({ client, day: addDays(firstDay(month), client.day - 1) }))
    .filter(({ day }) => day < today)
    .map(({ client, day }) => ({
      externalId: `${client.externalId}-${month}`,
      client,
      // Office hours, the same for a client every month.
      occurredAt: new Date(startOfDay(day, zone).getTime() + (9 * 60 + ((client.day * 17) % 540)) * 60_000),
      amountMinor: PLANS[client.plan],
    }));
}
