import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { businessDateOf } from '@mosty/kernel/time';
import { rights } from '../policy/channel.ts';
import { selectOwedNow, selectPartnerFigures } from '../store/select-partner-books.ts';

/** Figures beside a list of partners, in the order asked. A partner without facts has no books. */
export function readPartnerFigures(ctx: Context, asked: { ids: readonly Id<'partner'>[] }) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'economics.read');
    const rows = await selectPartnerFigures(tx, asked.ids, businessDateOf(tx.now(), tx.zone));
    const byPartner = Map.groupBy(rows, (row) => row.partnerId);
    const owed = Map.groupBy(await selectOwedNow(tx, asked.ids), (row) => row.partnerId);
    return {
      items: asked.ids.map((partnerId) => ({
        partnerId,
        owed: (owed.get(partnerId) ?? []).map(({ currency, owedMinor }) => ({ currency, owedMinor })),
        books: (byPartner.get(partnerId) ?? []).map(({ partnerId: _owner, ...book }) => book),
      })),
    };
  });
}
