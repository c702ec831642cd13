import { createCode, createLink, trackClicks, trackLeads } from '@mosty/tracking';
import type { Instant } from '@mosty/kernel/time';
import type { Enrolled } from './enrol.ts';
import { DAY_MS, SITE } from './journeys.ts';
import { seeded } from './random.ts';
import type { DemoStory } from './simulate.ts';
import type { Stage } from './stage.ts';

/** Links are followed for so long before today. */
const DAYS = 45;

interface Told {
  readonly of: string;
  readonly title: string;
  readonly page: string;
  /** Visits of people in all. */
  readonly visits: number;
  readonly erid?: string;
  readonly adLabel?: string;
}

const LINKS: readonly Told[] = [
  { of: 'Вектор CRM', title: 'Страница «Внедряем Полку»', page: 'crm', visits: 140 },
  {
    of: 'Вектор CRM',
    title: 'Рассылка по своим клиентам',
    page: 'crm/demo',
    visits: 60,
    erid: '2VtzqxExample1',
    adLabel: 'Реклама. ООО «Полка Софт», erid 2VtzqxExample1',
  },
  { of: 'Цифра и баланс', title: 'Пост «Учёт без таблиц»', page: 'account', visits: 90 },
  { of: 'ДваБайта', title: 'Статья о переносе', page: 'migration', visits: 75 },
  { of: 'Учётный двор', title: 'Карточка на сайте', page: '', visits: 25 },
];

const BROWSERS = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 YaBrowser/24.12 Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Linux; Android 14; SM-A546E) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/129.0.0.0 Mobile Safari/537.36 Telegram-Android/11.2',
];
const MACHINES = [
  'TelegramBot (like TwitterBot)',
  'Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)',
];

/** Partners share links; people come by them, some leave their name, and machines look in as well. */
export async function tellLinks(
  stage: Stage,
  story: DemoStory,
  enrolled: ReadonlyMap<string, Enrolled>,
  now: Instant,
): Promise<void> {
  for (const [place, told] of LINKS.entries()) await tellLink(stage, story, enrolled, now, told, place);
  const agreementId = enrolled.get('Вектор CRM')?.agreementId;
  if (agreementId) await createCode(stage.head, { agreementId, code: 'ВЕКТОР', kind: 'referral' });
}

async function tellLink(
  stage: Stage,
  story: DemoStory,
  enrolled: ReadonlyMap<string, Enrolled>,
  now: Instant,
  { of, title, page, visits, erid, adLabel }: Told,
  place: number,
): Promise<void> {
  const agreementId = enrolled.get(of)?.agreementId;
  if (!agreementId) return;
  const { key } = await createLink(stage.head, {
    agreementId,
    destination: `https://${SITE}/${page}`,
    title,
    content: `link${place + 1}`,
    erid,
    adLabel,
  });
  const random = seeded(100 + place);
  const before = () => new Date(now.getTime() - random.between(1, DAYS * 24) * (DAY_MS / 24)).toISOString();
  const clicks = Array.from({ length: Math.round(visits * 1.2) }, (_, visit) => {
    const list = visit < visits ? BROWSERS : MACHINES;
    return {
      key,
      visitorId: `demo-${place}-${visit % Math.round(visits * 0.8)}`,
      userAgent: list[random.between(0, list.length - 1)],
      consented: true,
      timestamp: before(),
    };
  });
  const told = await trackClicks(stage.system, { clicks, origin: null, userAgent: null });
  // Only clients the same partner brought: a link explains what is credited already and takes nothing from anybody.
  const clients = story.clients
    .filter((client) => client.broughtBy === of)
    .slice(-4 - place, -place || undefined);
  await trackLeads(
    stage.system,
    clients.map((client, index) => ({
      clickId: told[index]?.clickId,
      eventName: `запись на показ ${place + 1}`,
      customerExternalId: client.externalId,
      timestamp: new Date(now.getTime() - (index + 1) * DAY_MS).toISOString(),
    })),
  );
}
