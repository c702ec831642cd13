import { settleRefunds, settleSales, approveMatured } from '@mosty/incentives';
import { buildAgenda } from '@mosty/agenda';
import { recordCosts } from '@mosty/deals';
import { importClients } from '@mosty/directory';
import { proposeCrossings } from '@mosty/framework';
import { rebuildRollups } from '@mosty/insight';
import { refreshStatistics, type Database } from '@mosty/kernel/db';
import {
  businessDate,
  businessDateOf,
  firstDay,
  startOfDay,
  type BusinessDate,
  type Instant,
  type Month,
} from '@mosty/kernel/time';
import { CAST, COMPANY } from './cast.ts';
import { tellChecks } from './checks.ts';
import { tellConveyor } from './conveyor.ts';
import { tellDealHistory } from './deal-history.ts';
import { tellDeals } from './deals.ts';
import { tellDirectClaim } from './direct-claim.ts';
import { tellEventsOut } from './events-out.ts';
import { enrol, enrolReferrers, type Enrolled } from './enrol.ts';
import { tellReadiness } from './readiness.ts';
import { tellReviews } from './reviews.ts';
import { closeMonths, investInto, planMonth } from './economics.ts';
import { fillClicks } from './clicks.ts';
import { allowLinks, giveLinks, leadClients, type GivenLink } from './journeys.ts';
import { tellIntroductions } from './introductions.ts';
import { tellLaunches } from './launches.ts';
import { tellLibrary } from './library.ts';
import { tellLinks } from './links.ts';
import { letPartnerIn } from './partner-people.ts';
import { tellFlags } from './flags.ts';
import { tellFourRoles } from './four-roles.ts';
import { tellObjection } from './objection.ts';
import { payday } from './payday.ts';
import { tellPolls } from './polls.ts';
import { giveRequisites } from './requisites.ts';
import { tellRhythm } from './rhythm.ts';
import { compareSchemes, publishSchemes, type SchemeOf } from './schemes.ts';
import { scoreMonth, tellScores } from './scores.ts';
import { tellScenarios } from './scenarios.ts';
import { MONTHS, simulate, type DemoSale, type DemoStory } from './simulate.ts';
import { part, tellParting } from './parting.ts';
import { beginPilots, partAfterPilot } from './pilots.ts';
import { tellProgramme } from './programme.ts';
import { setStage, type Stage } from './stage.ts';
import { contentsOf, segmentOf } from './solutions.ts';
import { tellSurvey } from './survey.ts';
import { tellWhoBrought } from './who-brought.ts';
import { tellWorlds } from './worlds.ts';
import { tellEndings, refundsOf, strangers } from './stories.ts';

const REFERRERS_JOIN = 3;
/** From this month on scores are counted as each ends. */
const SCORED_FROM = MONTHS - 4;
/** In this month of the story the partner objects to the statement of the month before (story 16). */
const OBJECTED_IN = MONTHS - 1;
const OBJECTED_BY = 'Цифра и баланс';
const HOUR_MS = 3_600_000;

/**
 * Fills the demo company by the verbs a user calls, with a clock that walks through eighteen months. The same day
 * tells the same story.
 */
export async function fillDemo(database: Database, now: Instant): Promise<void> {
  const today = businessDateOf(now, COMPANY.zone);
  const story = simulate(today, COMPANY.zone);
  const start = story.months[0] as Month;
  const stage = await setStage(
    database,
    new Date(startOfDay(firstDay(start), COMPANY.zone).getTime() + 8 * HOUR_MS),
  );
  const schemeOf = await publishSchemes(stage, firstDay(start));
  const enrolled = new Map<string, Enrolled>();
  const links = new Map<string, GivenLink>();
  await allowLinks(stage);
  for (const [index, month] of story.months.entries()) {
    await playMonth({ database, stage, story, schemeOf, enrolled, links, today, now }, index, month);
    await refreshStatistics(database);
  }
  const monthStarts = story.months.map((month) => startOfDay(firstDay(month), COMPANY.zone));
  await fillClicks(stage, links, monthStarts, now);
  const reader = await letPartnerIn(stage, enrolled);
  await tellLinks(stage, story, enrolled, now);
  await tellWhoBrought(stage, story, enrolled, now);
  const deals = await tellDeals(stage, story, enrolled, now);
  await tellFourRoles(stage, enrolled, now);
  await tellDirectClaim(stage, enrolled, now);
  await tellEndings(stage, enrolled, today);
  await tellConveyor(stage, enrolled, today);
  await tellFlags(stage, enrolled, today, now);
  await tellChecks(stage, enrolled, today);
  await tellParting(stage, enrolled, today);
  await tellScenarios(stage, enrolled, deals);
  await tellDealHistory(stage, story, enrolled, now);
  await tellLaunches(stage, enrolled, today);
  await tellSurvey(stage, enrolled, today);
  await tellProgramme(stage, schemeOf({ name: '', kind: 'agent' }), today);
  await tellLibrary(stage, enrolled, reader, today);
  await tellScores(stage, enrolled, reader, today);
  await tellRhythm(stage, enrolled, today);
  await tellCrossings(stage);
  await tellIntroductions(stage, enrolled, today);
  await closeMonths(stage, story.months);
  await compareSchemes(stage, today);
  await tellPolls(stage, enrolled, today);
  await tellWorlds(stage, enrolled, today);
  await tellReadiness(stage);
  await tellReviews(stage, enrolled, today);
  // The last of all: it looks at everything told above.
  await buildAgenda(stage.system);
}

/** Story 13: who stands beyond a threshold waits at «Виды и пороги» from the first look on. */
async function tellCrossings({ system }: Stage): Promise<void> {
  await rebuildRollups(system);
  await proposeCrossings(system);
}

interface Play {
  readonly database: Database;
  readonly stage: Stage;
  readonly story: DemoStory;
  readonly schemeOf: SchemeOf;
  readonly enrolled: Map<string, Enrolled>;
  readonly links: Map<string, GivenLink>;
  readonly today: BusinessDate;
  readonly now: Instant;
}

async function playMonth(play: Play, index: number, month: Month): Promise<void> {
  const { stage, story, schemeOf, enrolled, links } = play;
  const day = dayOf(month, index === 0 ? 1 : 2);
  if (day >= play.today) return;
  atNoon(stage, day);
  await planMonth(stage, index, month);
  const joining = CAST.filter((partner) => (partner.launched ?? MONTHS - 1) === index);
  const joined = new Map(await enrol(stage, joining, day, schemeOf));
  if (index === REFERRERS_JOIN) {
    for (const [name, one] of await enrolReferrers(stage, story.clients, day, schemeOf))
      joined.set(name, one);
  }
  await giveRequisites(stage, joined, enrolled.size);
  for (const [name, one] of joined) enrolled.set(name, one);
  for (const [name, link] of await giveLinks(stage, joined)) links.set(name, link);
  await beginPilots(stage, enrolled, index, day);
  await meetClients(play, index, day);
  await leadClients(
    stage,
    links,
    story.clients.filter((client) => client.month === index),
    month,
    play.today,
  );
  if (index === MONTHS - 1)
    await tellEventsOut(
      stage,
      play.database,
      enrolled,
      story.clients.find(({ until }) => until >= MONTHS)?.externalId,
    );
  const before = story.months[index - 1];
  if (before) await payday(stage, before, play.today);
  if (before && index === OBJECTED_IN) await tellObjection(stage, enrolled.get(OBJECTED_BY), before);
  const sales = story.sales[index] ?? [];
  stage.clock.set(lastMoment(sales, play.now, day));
  await record(stage, sales);
  await settleRefunds(stage.finance, { source: 'billing', refunds: refundsOf(story, index) });
  await settleSales(stage.finance, { source: 'billing', sales: strangers(index, month, play.today) });
  await spend(stage, index, month);
  await investInto(stage, joining, joined, month);
  for (const partner of CAST.filter((one) => one.left === index)) {
    const one = enrolled.get(partner.name);
    if (one) await (partner.piloted === undefined ? part(stage, one) : partAfterPilot(stage, one));
  }
  if (index >= SCORED_FROM && index < MONTHS - 1) await scoreMonth(stage);
}

/** Clients of the month, each kept for whoever brought it. */
async function meetClients({ stage, story }: Play, index: number, day: BusinessDate): Promise<void> {
  const since = startOfDay(day, COMPANY.zone);
  const rows = story.clients
    .filter((client) => client.month === index)
    .map((client) => ({
      externalId: client.externalId,
      name: client.name,
      country: 'RU',
      ...segmentOf(client),
      ...(client.broughtBy ? { keeperPartnerName: client.broughtBy, keeperSince: since } : {}),
    }));
  const refused = (await importClients(stage.head, rows)).filter((row) => row.outcome === 'refused');
  if (refused.length > 0) throw new Error(`clients refused: ${JSON.stringify(refused.slice(0, 3))}`);
}

async function record(stage: Stage, sales: readonly DemoSale[]): Promise<void> {
  await settleSales(stage.finance, {
    source: 'billing',
    sales: sales.map((sale) => ({
      externalId: sale.externalId,
      clientExternalId: sale.client.externalId,
      occurredAt: sale.occurredAt,
      currency: COMPANY.currency,
      amountMicro: sale.amountMinor * 1_000_000n,
      costMinor: (sale.amountMinor * 22n) / 100n,
      product: sale.client.plan,
      ...contentsOf(sale),
    })),
  });
  await approveMatured(stage.finance, { upTo: businessDateOf(stage.clock.now(), COMPANY.zone) });
}

/** What the department costs: its people, its tools, and the fairs it goes to. */
async function spend(stage: Stage, index: number, month: Month): Promise<void> {
  const cost = (
    key: string,
    kind: 'team' | 'tools' | 'event',
    roubles: number,
    on: 'partner_sales' | 'referral' | 'alliance',
    note: string,
  ) => ({
    externalId: `${key}-${month}`,
    class: on,
    kind,
    occurredOn: dayOf(month, 1),
    currency: COMPANY.currency,
    amountMinor: BigInt(roubles) * 100n,
    note,
  });
  await recordCosts(stage.finance, {
    source: 'accounting',
    costs: [
      cost('team', 'team', index < 6 ? 210_000 : 380_000, 'partner_sales', 'Руководитель и менеджеры ОПП'),
      cost('tools', 'tools', 24_000, 'partner_sales', 'Телефония, рассылки, учёт'),
      cost('gifts', 'event', 12_000, 'referral', 'Подарки клиентам, которые советуют'),
      ...(index % 6 === 4 ? [cost('fair', 'event', 340_000, 'alliance', 'Общий стенд на выставке')] : []),
    ],
  });
}

export function dayOf(month: Month, day: number): BusinessDate {
  return businessDate(`${month}-${String(day).padStart(2, '0')}`);
}

function atNoon(stage: Stage, day: BusinessDate): void {
  stage.clock.set(new Date(startOfDay(day, COMPANY.zone).getTime() + 12 * HOUR_MS));
}

/** Payments are loaded the evening after the last of them, never later than now. */
function lastMoment(sales: readonly DemoSale[], now: Instant, day: BusinessDate): Instant {
  const last = Math.max(
    startOfDay(day, COMPANY.zone).getTime() + 13 * HOUR_MS,
    ...sales.map((sale) => sale.occurredAt.getTime()),
  );
  return new Date(Math.min(last + 10 * HOUR_MS, now.getTime()));
}
