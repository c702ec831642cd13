import { clientsByExternal } from '@mosty/directory';
import { transact } from '@mosty/kernel/db';
import { bindVisitors, createLink, keepClicks, setLinkSettings, type Click } from '@mosty/tracking';
import {
  addDays,
  firstDay,
  startOfDay,
  type BusinessDate,
  type Instant,
  type Month,
} from '@mosty/kernel/time';
import { CAST, COMPANY, type CastPartner } from './cast.ts';
import type { Enrolled } from './enrol.ts';
import { seeded } from './random.ts';
import type { DemoClient } from './simulate.ts';
import type { Stage } from './stage.ts';

export const SITE = 'polka.example.ru';
export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
const COUPON = 'Купонатор24';

/** A link a partner of the network was given when it joined. */
export interface GivenLink {
  readonly partner: CastPartner;
  readonly since: Instant;
  readonly click: Pick<Click, 'linkId' | 'partnerId' | 'agreementId' | 'destination'>;
}

/** Where links may lead, and what of the price always remains. */
export async function allowLinks(stage: Stage): Promise<void> {
  await setLinkSettings(stage.owner, {
    destinations: [{ host: SITE, withSubdomains: true }],
    domains: [],
    floorPpm: 700_000n,
    ourDiscountPpm: 100_000n,
  });
}

/** Everybody in the network who joins has a link from the first day. */
export async function giveLinks(
  stage: Stage,
  joined: ReadonlyMap<string, Enrolled>,
): Promise<Map<string, GivenLink>> {
  const given = new Map<string, GivenLink>();
  for (const partner of CAST) {
    const agreementId = joined.get(partner.name)?.agreementId;
    if (!agreementId || partner.class !== 'partner_sales') continue;
    const { id, partnerId, destination } = await createLink(stage.head, {
      agreementId,
      destination: `https://${SITE}/`,
      title: 'Общая ссылка',
    });
    const click = { linkId: id, partnerId, agreementId, destination };
    given.set(partner.name, { partner, since: stage.clock.now(), click });
  }
  return given;
}

/** So long before the first payment a touch no more decides who brought it: the longest window there is. */
const LONG_AGO_DAYS = 92;
/** So many are read before a coupon is looked for. */
const REVIEWS = 3;

/**
 * How clients of the month found their way before they first paid, and whose browsers those were. Most came by the link of
 * the partner that brought them, some had long before read somebody else. At «Купонатор24» it is the other way round: they
 * came from reviews and found the coupon in the basket.
 */
export async function leadClients(
  stage: Stage,
  links: ReadonlyMap<string, GivenLink>,
  clients: readonly DemoClient[],
  month: Month,
  today: BusinessDate,
): Promise<void> {
  const reviewers = [...links.values()].filter(
    ({ partner }) => (partner.kind === 'affiliate' || partner.kind === 'creator') && partner.name !== COUPON,
  );
  const touched = clients.flatMap((client) => {
    const own = links.get(client.broughtBy ?? '');
    const day = addDays(firstDay(month), client.day - 1);
    if (!own || day >= today) return [];
    const paysAt = new Date(startOfDay(day, COMPANY.zone).getTime() + 9 * HOUR_MS);
    return [{ client, paysAt, clicks: wayOf(stage, client, own, reviewers, paysAt) }];
  });
  const led = touched.filter(({ clicks }) => clicks.length > 0);
  if (led.length === 0) return;
  await keepClicks(
    stage.system,
    led.flatMap(({ clicks }) => clicks),
  );
  await transact(stage.system, async (tx) => {
    const ids = await clientsByExternal(
      tx,
      led.map(({ client }) => client.externalId),
    );
    await bindVisitors(
      tx,
      led.flatMap(({ client, paysAt }) => {
        const clientId = ids.get(client.externalId)?.id;
        return clientId ? [{ clientId, visitorId: visitorOf(client), at: paysAt }] : [];
      }),
    );
  });
}

const visitorOf = (client: DemoClient) => `demo-${client.externalId}`;

function wayOf(
  stage: Stage,
  client: DemoClient,
  own: GivenLink,
  reviewers: readonly GivenLink[],
  paysAt: Instant,
): Click[] {
  const random = seeded(Number(client.externalId.slice(2)) * 31);
  const way: (readonly [GivenLink, number])[] = [];
  const before = (days: number) => paysAt.getTime() - days * DAY_MS;
  const others = reviewers.filter((one) => one.partner.name !== own.partner.name);
  const chance = random.next();
  if (own.partner.name === COUPON) {
    const from = random.between(0, others.length);
    const read = Array.from({ length: Math.min(REVIEWS, others.length) }, (_, place) => place);
    for (const place of read) {
      const review = others[(from + place) % others.length];
      if (review) way.push([review, before(4 + place * 6 + random.between(0, 3))]);
    }
    way.push([own, before(0) - random.between(12, 50) * 60_000]);
  } else if (chance < 0.8) {
    if (chance < 0.45 && others.length > 0)
      way.push([random.pick(others), before(LONG_AGO_DAYS + random.between(1, 20))]);
    for (let visit = random.between(1, 3); visit > 0; visit -= 1)
      way.push([own, before(random.between(1, 45)) + random.between(0, 9 * 60) * 60_000]);
  }
  return way
    .filter(([link, at]) => at > link.since.getTime())
    .map(([link, at]): Click => clickOf(stage, link, new Date(at), visitorOf(client)));
}

/** A person's click with a usual browser; whoever comes otherwise says how. */
export function clickOf(
  stage: Stage,
  link: GivenLink,
  clickedAt: Instant,
  visitorId: string,
  otherwise: Partial<Click> = {},
): Click {
  return {
    ...link.click,
    id: stage.system.ids.next('click', clickedAt),
    visitorId,
    clickedAt,
    verdict: 'human',
    why: 'person',
    ipHash: null,
    country: 'RU',
    userAgent: null,
    referrerHost: null,
    utm: null,
    yclid: null,
    erid: null,
    inApp: null,
    consented: true,
    ...otherwise,
  };
}
