import type { Model } from '../contract/policies.ts';
import { journeysOf, type Journey } from './analysis/journeys.ts';
import { markov } from './analysis/markov.ts';
import { shapley } from './analysis/shapley.ts';
import { sharedCredit } from './analysis/shared-credit.ts';

export interface PartnerByModels {
  readonly partnerId: string;
  /** Thousandths of a sale. */
  readonly credit: Readonly<Record<Model, number>>;
  readonly touches: number;
  /** Of its sales by the last touch, those that another's touch began, in ppm. */
  readonly intercepted: number;
  readonly hijacks: boolean;
}

/** Fewer sales by the last touch prove nothing of a partner. */
const LAST_LEAST = 5;
const INTERCEPTED_LEAST_PPM = 500_000;
/** By how much the last touch says more than the partner is missed by, and than it begins. */
const OVER_MARKOV = 1.3;
const OVER_FIRST = 2;

/** What every model says of the journeys, beside what is paid; whoever stands by the exit is pointed out. */
export function byModels(journeys: readonly Journey[], paid: ReadonlyMap<string, number>): PartnerByModels[] {
  const columns = journeysOf(journeys);
  const { players, won } = columns;
  const models = {
    first: sharedCredit(columns, won, { model: 'first' }),
    last: sharedCredit(columns, won, { model: 'last' }),
    linear: sharedCredit(columns, won, { model: 'linear' }),
    position: sharedCredit(columns, won, { model: 'position', first: 0.4, last: 0.4 }),
    decay: sharedCredit(columns, won, { model: 'time_decay', halfLife: 1 }),
    markov: markov(columns).credit,
    shapley: shapley(columns, won),
  };
  const seen = exits(journeys);
  const credited = [...new Set([...players, ...paid.keys()])];
  const place = new Map(players.map((partnerId, at) => [partnerId, at]));
  return credited
    .map((partnerId): PartnerByModels => {
      const at = place.get(partnerId);
      const of = (credit: Float64Array) => (at === undefined ? 0 : (credit[at] ?? 0));
      const { touches = 0, last = 0, taken = 0 } = seen.get(partnerId) ?? {};
      const intercepted = last === 0 ? 0 : taken / last;
      const credit = {
        paid: thousandths(paid.get(partnerId) ?? 0),
        first: thousandths(of(models.first)),
        last: thousandths(of(models.last)),
        linear: thousandths(of(models.linear)),
        position: thousandths(of(models.position)),
        decay: thousandths(of(models.decay)),
        markov: thousandths(of(models.markov)),
        shapley: thousandths(of(models.shapley)),
      };
      return {
        partnerId,
        credit,
        touches,
        intercepted: Math.round(intercepted * 1e6),
        hijacks:
          last >= LAST_LEAST &&
          intercepted * 1e6 >= INTERCEPTED_LEAST_PPM &&
          last >= OVER_MARKOV * of(models.markov) &&
          last >= OVER_FIRST * of(models.first),
      };
    })
    .toSorted((a, b) => b.credit.paid - a.credit.paid || b.credit.last - a.credit.last);
}

const thousandths = (sales: number) => Math.round(sales * 1_000);

/** How often each stood in journeys, how often at the end of a sale, and how often of that another had begun. */
function exits(journeys: readonly Journey[]): Map<string, { touches: number; last: number; taken: number }> {
  const seen = new Map<string, { touches: number; last: number; taken: number }>();
  const of = (partnerId: string) => {
    const known = seen.get(partnerId) ?? { touches: 0, last: 0, taken: 0 };
    seen.set(partnerId, known);
    return known;
  };
  for (const { path, won, lost } of journeys) {
    for (const partnerId of path) of(partnerId).touches += won + lost;
    const last = path.at(-1);
    if (last === undefined) continue;
    of(last).last += won;
    if (path[0] !== last) of(last).taken += won;
  }
  return seen;
}
