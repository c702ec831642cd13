import { publishPolicy } from '@mosty/attribution';
import * as api from '@mosty/attribution/contract';
import { partnersById } from '@mosty/directory';
import { look } from '@mosty/kernel/db';
import { serve, type Served } from '@mosty/kernel/http';
import { decideClaim } from '../service/decide-claim.ts';
import { dayOfSale, previewPolicy } from '../service/preview-policy.ts';

/** Declared by attribution, served here: what is decided of a sale moves its money. */
export const attributionRoutes: readonly Served[] = [
  serve(api.decideClaim, (ctx, { params, body }) => decideClaim(ctx, { ...params, ...body })),
  serve(api.publishPolicy, (ctx) => publishPolicy(ctx)),
  serve(api.previewPolicy, (ctx, { body }) =>
    look(ctx, async (tx) => {
      const found = await previewPolicy(tx, body);
      const ids = [
        ...found.shifts.map(({ partnerId }) => partnerId),
        ...found.examples.flatMap(({ difference: { from, to } }) =>
          [...from.sources, ...to.sources].map((one) => one.partnerId),
        ),
      ];
      const names = new Map<string, string>(
        (await partnersById(tx, [...new Set(ids)])).map(({ id, name }) => [id, name]),
      );
      const nameOf = (id: string) => names.get(id) ?? null;
      return {
        ...found,
        shifts: found.shifts
          .map((one) => ({
            ...one,
            partnerName: nameOf(one.partnerId),
            gainsMinor: Number(one.gainsMinor),
            losesMinor: Number(one.losesMinor),
          }))
          .toSorted((a, b) => b.gainsMinor + b.losesMinor - a.gainsMinor - a.losesMinor),
        examples: found.examples.map(({ sale, difference: { from, to } }) => ({
          saleId: sale.id,
          saleKey: sale.key,
          day: dayOfSale(sale, tx.zone),
          amountMinor: Number(sale.amountMinor),
          currency: sale.currency,
          from: from.sources.map((one) => nameOf(one.partnerId)),
          to: to.sources.map((one) => nameOf(one.partnerId)),
          fromRule: from.rule,
          toRule: to.rule,
        })),
      };
    }),
  ),
];
