import { POINTS, type Document, type Fact, type Point } from '../contract.ts';

/** What the other modules know of one partner in one quarter. Amounts are text: JSON has no whole numbers of that size. */
export interface QuarterFacts {
  readonly outcomes: Readonly<Record<string, number>>;
  readonly promises: readonly { side: 'ours' | 'theirs'; kept: number; missed: number; open: number }[];
  readonly money: readonly {
    class: string;
    currency: string;
    paidMinor: number;
    commissionMinor: number;
    costsMinor: number;
    sales: number;
  }[];
  readonly deals: { open: number; stuck: number; won: number; lost: number };
  readonly worked: { planDone: number; planMissed: number; published: number; opened: number };
  readonly broke: { incidents: number; closed: number; flags: number };
  readonly trust: { trust: number | null; evidence: number; pulse: number | null; before: number | null };
  readonly roles: { seats: number; empty: number };
  readonly feedback: { asked: number; late: number };
  readonly thresholds: number;
}

const some = (code: string, params: Fact['params']): Fact => ({ code, params });
const when = (condition: boolean, fact: Fact): Fact[] => (condition ? [fact] : []);

/**
 * The points with what was counted for each (screens: QBR). Money stands class by class and is never added (S2.3); where
 * nothing was counted the point says so instead of being left out (S0.57). Plan and decision are said by people.
 */
export function assemble(of: QuarterFacts): Document {
  const facts: Readonly<Record<Point, readonly Fact[]>> = {
    outcomes: Object.entries(of.outcomes).map(([answer, count]) => some(`outcome_${answer}`, { count })),
    promises: of.promises.map(({ side, kept, missed, open }) =>
      some(`promises_${side}`, { kept, missed, open }),
    ),
    money: of.money.flatMap((row) => [
      some(`paid_${row.class}`, { minor: row.paidMinor, currency: row.currency, count: row.sales }),
      some('commission', { minor: row.commissionMinor, currency: row.currency }),
      ...when(row.costsMinor !== 0, some('costs', { minor: row.costsMinor, currency: row.currency })),
    ]),
    pipeline: [
      some('deals', { open: of.deals.open, won: of.deals.won, lost: of.deals.lost }),
      ...when(of.deals.stuck > 0, some('stuck', { count: of.deals.stuck })),
    ],
    worked: [
      ...when(
        of.worked.planDone + of.worked.planMissed > 0,
        some('plan', { done: of.worked.planDone, missed: of.worked.planMissed }),
      ),
      ...when(of.worked.published > 0, some('published', { count: of.worked.published })),
      ...when(of.worked.opened > 0, some('opened', { count: of.worked.opened })),
    ],
    broke: [
      ...when(
        of.broke.incidents > 0,
        some('incidents', { count: of.broke.incidents, closed: of.broke.closed }),
      ),
      ...when(of.broke.flags > 0, some('flags', { count: of.broke.flags })),
    ],
    trust: [
      of.trust.trust === null
        ? some('trust_few', { count: of.trust.evidence })
        : some('trust', { value: of.trust.trust, before: of.trust.before }),
      ...when(of.trust.pulse !== null, some('pulse', { value: of.trust.pulse })),
    ],
    roles: when(
      of.roles.seats > 0,
      some(of.roles.empty > 0 ? 'roles_empty' : 'roles_whole', { count: of.roles.empty }),
    ),
    feedback: when(
      of.feedback.asked > 0,
      some('feedback', { count: of.feedback.asked, late: of.feedback.late }),
    ),
    thresholds: when(of.thresholds > 0, some('crossed', { count: of.thresholds })),
    plan: [],
    decision: [],
  };
  return { points: POINTS.map((point) => ({ point, facts: facts[point] })) };
}

/** How many of the ten counted points have something to speak of. */
export const readyOf = (document: Document): number =>
  document.points.filter(({ facts }) => facts.length > 0).length;
