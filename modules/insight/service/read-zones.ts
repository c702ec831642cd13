import type { Tx } from '@mosty/kernel/context';
import type { ReportingClass } from '../contract/class.ts';
import type { Window } from '../domain/window.ts';
import type { ZoneFacts } from '../domain/zones.ts';
import type { Networks } from '../store/select-network.ts';
import { countContacts, selectSpentInVain } from '../store/select-zones.ts';

const NOTHING_SPENT = { partners: 0, minor: 0n };

export async function readZoneFacts(
  tx: Tx,
  window: Window,
  currency: string,
  network: Networks,
): Promise<ZoneFacts> {
  const spent = new Map((await selectSpentInVain(tx, window, currency)).map((row) => [row.class, row]));
  return {
    sold: each((name) => network[name].sold),
    tookPart: each((name) => network[name].tookPart),
    promisesKept: network.alliance.promisesKept,
    agreementsWithoutSales: {
      referral: network.referral.silent,
      partner_sales: network.partner_sales.silent,
    },
    logosOnly: network.alliance.logosOnly,
    alliances: network.alliance.working,
    contactsCalledPartners: await countContacts(tx),
    spentWithoutSales: each((name) => spent.get(name) ?? NOTHING_SPENT),
  };
}

function each<T>(of: (name: ReportingClass) => T): Record<ReportingClass, T> {
  return { referral: of('referral'), partner_sales: of('partner_sales'), alliance: of('alliance') };
}
