import { addDays, businessDate, startOfDay } from '@mosty/kernel/time';
import type { Context, Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { ANSWER_HOLDS_DAYS } from '../contract/signs.ts';
import type { Facts } from '../domain/facts.ts';
import {
  answerFacts,
  exclusiveFacts,
  likenessFacts,
  monthFacts,
  publicationFacts,
  shownFacts,
  standingFacts,
} from '../store/facts/partners.ts';
import { saleFacts } from '../store/facts/sales.ts';
import { clickFacts, nameFacts } from '../store/facts/tracked.ts';

/** As far back as detectors look by their thresholds, and no further than a year. */
const SALES_DAYS_MOST = 365;
const LIKENESS_DAYS = 365;
const HOSTS_DAYS = 60;

/**
 * Facts of each kind are read once, when the first detector asks for them, each in a transaction of its own: where one
 * kind cannot be read, detectors of the others still look.
 */
export function gatherer(
  ctx: Context,
  today: string,
  { checkoutEvents, windowDays }: { readonly checkoutEvents: readonly string[]; readonly windowDays: number },
) {
  const salesDays = Math.min(windowDays, SALES_DAYS_MOST);
  const daysAgo = (days: number) => addDays(businessDate(today), -days);
  const instantOf = (days: number) => startOfDay(daysAgo(days), ctx.zone);
  const read: { readonly [Of in keyof Facts]: (tx: Tx) => Promise<Facts[Of]> } = {
    sales: (tx) => saleFacts(tx, instantOf(salesDays), checkoutEvents),
    clicks: (tx) => clickFacts(tx, daysAgo(salesDays)),
    names: (tx) => nameFacts(tx, daysAgo(HOSTS_DAYS)),
    likeness: (tx) => likenessFacts(tx, instantOf(LIKENESS_DAYS)),
    standing: standingFacts,
    months: (tx) => monthFacts(tx, daysAgo(400)),
    answers: (tx) => answerFacts(tx, instantOf(ANSWER_HOLDS_DAYS)),
    exclusive: (tx) => exclusiveFacts(tx, today),
    shown: shownFacts,
    publications: (tx) => publicationFacts(tx, daysAgo(salesDays)),
  };
  const kept = new Map<keyof Facts, Promise<readonly unknown[]>>();
  return async <Of extends keyof Facts>(wanted: readonly Of[]): Promise<Pick<Facts, Of>> => {
    const all = [];
    for (const one of wanted) {
      const facts = kept.get(one) ?? look(ctx, (tx) => read[one](tx) as Promise<readonly unknown[]>);
      kept.set(one, facts);
      all.push([one, await facts]);
    }
    return Object.fromEntries(all) as Pick<Facts, Of>;
  };
}
