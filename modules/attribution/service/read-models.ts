import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { businessDateOf, type BusinessDate } from '@mosty/kernel/time';
import { touchesOfClients } from '@mosty/tracking';
import type { Journey } from '../domain/analysis/journeys.ts';
import { byModels, type PartnerByModels } from '../domain/models.ts';
import { rights } from '../policy.ts';
import { clientsWithoutSale, paidOfJourneys, wonJourneys } from '../store/journeys.ts';

const DAY_MS = 86_400_000;
/** Clients without a sale that are looked at. */
const LOST_MAX = 50_000;
const AT_ONCE = 5_000;

export interface ModelsRead {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  readonly journeys: number;
  readonly won: number;
  readonly touches: number;
  readonly partners: readonly PartnerByModels[];
}

/** What other models would have said of the journeys of the last days, beside the rule that pays. Moves nothing. */
export function readModels(ctx: Context, input: { readonly days: number }): Promise<ModelsRead> {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'policy.read');
    const now = tx.now();
    const since = new Date(now.getTime() - input.days * DAY_MS);
    const won = (await wonJourneys(tx, since)).map((one): Journey => ({ ...one, lost: 0 }));
    const journeys = [...won, ...(await lostJourneys(tx, since))];
    const count = (rows: readonly Journey[]) => rows.reduce((sum, one) => sum + one.won + one.lost, 0);
    return {
      from: businessDateOf(since, tx.zone),
      to: businessDateOf(now, tx.zone),
      journeys: count(journeys),
      won: count(won),
      touches: journeys.reduce((sum, { path, won: times, lost }) => sum + path.length * (times + lost), 0),
      partners: byModels(journeys, await paidOfJourneys(tx, since)),
    };
  });
}

async function lostJourneys(tx: Tx, since: Date): Promise<Journey[]> {
  const clientIds = await clientsWithoutSale(tx, LOST_MAX);
  const journeys: Journey[] = [];
  for (let from = 0; from < clientIds.length; from += AT_ONCE) {
    const asked = clientIds.slice(from, from + AT_ONCE).map((clientId) => ({ clientId, until: tx.now() }));
    for (const touches of (await touchesOfClients(tx, asked, since)).values())
      journeys.push({ path: touches.map(({ partnerId }) => partnerId), won: 0, lost: 1 });
  }
  return journeys;
}
