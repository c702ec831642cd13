import type { Tx } from '@mosty/kernel/context';
import type { ReportingClass } from '../contract/class.ts';
import type { Window } from '../domain/window.ts';
import type { ZoneFacts } from '../domain/zones.ts';
import type { Network } from '../store/select-network.ts';
import { countContacts, selectAlliances, selectDeeds, selectSpentInVain } from '../store/select-zones.ts';

const NOTHING_SPENT = { partners: 0, minor: 0n };

export async function readZoneFacts(
  tx: Tx,
  window: Window,
  currency: string,
  network: Readonly<Record<ReportingClass, Network>>,
): Promise<ZoneFacts> {
  const deeds = new Map((await selectDeeds(tx, window)).map((row) => [row.class, row]));
  const spent = new Map((await selectSpentInVain(tx, window, currency)).map((row) => [row.class, row]));
  const alliances = await selectAlliances(tx, window);
  return {
    sold: each((name) => deeds.get(name)?.sold ?? 0),
    tookPart: each((name) => deeds.get(name)?.tookPart ?? 0),
    promisesKept: alliances.promisesKept,
    agreementsWithoutSales: { referral: network.referral.silent, partner_sales: network.partner_sales.silent },
    logosOnly: alliances.logosOnly,
    alliances: alliances.inForce,
    contactsCalledPartners: await countContacts(tx),
    spentWithoutSales: each((name) => spent.get(name) ?? NOTHING_SPENT),
  };
}

function each<T>(of: (name: ReportingClass) => T): Record<ReportingClass, T> {
  return { referral: of('referral'), partner_sales: of('partner_sales'), alliance: of('alliance') };
}
