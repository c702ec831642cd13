import { keepClicks, type Click } from '@mosty/tracking';
import type { Instant } from '@mosty/kernel/time';
import type { Kind } from './cast.ts';
import { clickOf, DAY_MS, HOUR_MS, type GivenLink } from './journeys.ts';
import { seeded, type Random } from './random.ts';
import { MONTHS } from './simulate.ts';
import type { Stage } from './stage.ts';

/** Clicks of eighteen months in all, machines among them. */
const CLICKS = 60_000;
const AT_ONCE = 5_000;

/** How much each kind is followed, and where its people come from. */
const FOLLOWED: Partial<
  Record<Kind, readonly [weight: number, sites: readonly (readonly [string | null, number])[]]>
> = {
  affiliate: [
    9,
    [
      ['yandex.ru', 40],
      ['google.com', 18],
      [null, 30],
      ['vc.ru', 12],
    ],
  ],
  creator: [
    7,
    [
      ['t.me', 30],
      ['vk.com', 18],
      ['dzen.ru', 16],
      ['youtube.com', 12],
      [null, 24],
    ],
  ],
  ambassador: [
    5,
    [
      ['t.me', 44],
      ['vk.com', 20],
      [null, 36],
    ],
  ],
  community: [
    4,
    [
      ['t.me', 50],
      ['vk.com', 30],
      [null, 20],
    ],
  ],
};
const OTHERS = [
  1.5,
  [
    [null, 62],
    ['yandex.ru', 14],
    ['t.me', 16],
    ['habr.com', 8],
  ],
] as const;
const COUNTRIES = [
  ['RU', 845],
  ['KZ', 68],
  ['BY', 47],
  ['UZ', 14],
  ['AM', 9],
  ['GE', 6],
  ['DE', 5],
  [null, 6],
] as const;
/** Who came, with the rule that told; of a hundred. */
const COMERS: readonly (readonly [Pick<Click, 'verdict' | 'why'> & Partial<Click>, number])[] = [
  [{ verdict: 'human', why: 'person' }, 55],
  [{ verdict: 'human', why: 'in_app', inApp: 'telegram' }, 11],
  [{ verdict: 'human', why: 'in_app', inApp: 'vk' }, 4],
  [{ verdict: 'bot', why: 'crawler' }, 13],
  [{ verdict: 'bot', why: 'monitor' }, 3],
  [{ verdict: 'bot', why: 'head_request' }, 1],
  [{ verdict: 'preview', why: 'preview_agent' }, 10],
  [{ verdict: 'prefetch', why: 'prefetch_header' }, 3],
];
/** Of a working day, Moscow time. */
const HOURS = [1, 1, 0, 0, 1, 2, 4, 7, 11, 15, 17, 16, 14, 15, 16, 15, 13, 11, 10, 10, 9, 7, 5, 3].map(
  (weight, hour) => [hour, weight] as const,
);
const MOSCOW_AHEAD_HOURS = 3;

const SILENT_DAYS = 74;

/** Eighteen months of clicks by the verb of the loader: people, bots and previews, more of them from month to month. */
export async function fillClicks(
  stage: Stage,
  links: ReadonlyMap<string, GivenLink>,
  monthStarts: readonly Instant[],
  now: Instant,
): Promise<void> {
  const random = seeded(60_000);
  const weighed = [...links.values()].map((link) => [link, weightOf(link)] as const);
  // Story 4: a strong start, and then nobody follows its link any more.
  const silent = links.get('Клуб оптовиков Поволжья');
  const silentSince = new Date(now.getTime() - SILENT_DAYS * 86_400_000);
  const clicks: Click[] = [];
  for (let made = 0; made < CLICKS; made += 1) {
    const link = random.weighed(weighed);
    const at = momentOf(random, link, monthStarts, now);
    if (at === null) continue;
    const click = visit(stage, random, link, at, made);
    if (link !== silent || at < silentSince) clicks.push(click);
  }
  clicks.sort((a, b) => a.clickedAt.getTime() - b.clickedAt.getTime());
  const told = comeAgain(random, clicks);
  for (let from = 0; from < told.length; from += AT_ONCE)
    await keepClicks(stage.system, told.slice(from, from + AT_ONCE));
}

const COMES_AGAIN = 0.25;

/** Every fourth who follows a link is whoever followed it last: they looked, thought and came back. */
function comeAgain(random: Random, clicks: readonly Click[]): Click[] {
  const last = new Map<string, string>();
  return clicks.map((click) => {
    if (click.verdict !== 'human') return click;
    const before = last.get(click.linkId);
    const visitorId = before !== undefined && random.next() < COMES_AGAIN ? before : click.visitorId;
    last.set(click.linkId, visitorId);
    return { ...click, visitorId };
  });
}

function weightOf({ partner }: GivenLink): number {
  const [weight] = FOLLOWED[partner.kind] ?? OTHERS;
  // Who sells is who is followed.
  return weight * (1 + partner.clients);
}

/** Sooner or later since it was given, later more often; null: it was nobody's any more. */
function momentOf(
  random: Random,
  { partner, since }: GivenLink,
  monthStarts: readonly Instant[],
  now: Instant,
): Instant | null {
  const ends = monthStarts[partner.left ?? MONTHS + 1] ?? now;
  const span = ends.getTime() - since.getTime();
  const day = since.getTime() + Math.sqrt(random.next()) * span;
  const hour = random.weighed(HOURS) - MOSCOW_AHEAD_HOURS;
  const at = new Date(Math.floor(day / DAY_MS) * DAY_MS + hour * HOUR_MS + random.between(0, HOUR_MS - 1));
  const weekend = at.getUTCDay() === 0 || at.getUTCDay() === 6;
  if (weekend && random.next() < 0.45) return null;
  return at > since && at < ends && at < now ? at : null;
}

function visit(stage: Stage, random: Random, link: GivenLink, at: Instant, place: number): Click {
  const comer = random.weighed(COMERS);
  const [, sites] = FOLLOWED[link.partner.kind] ?? OTHERS;
  const person = comer.verdict === 'human';
  return clickOf(stage, link, at, `demo-visitor-${place}`, {
    ...comer,
    country: person ? random.weighed(COUNTRIES) : random.pick(['US', 'RU', 'DE', 'NL']),
    referrerHost: person ? random.weighed(sites) : null,
    consented: person && random.next() < 0.82,
  });
}
