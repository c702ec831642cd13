import { look } from '@mosty/kernel/db';
import { serve, type Served } from '@mosty/kernel/http';
import { getModels } from '../contract/policies.ts';
import { readModels } from '../service/read-models.ts';
import { whoFor } from './who-brought.ts';

export const modelRoutes: readonly Served[] = [
  serve(getModels, (ctx, { query }) =>
    look(ctx, async (tx) => {
      const read = await readModels(tx, query);
      const who = await whoFor(
        tx,
        read.partners.map(({ partnerId }) => partnerId),
      );
      return {
        ...read,
        partners: read.partners.map((one) => ({ ...one, partnerName: who(one.partnerId).partnerName })),
      };
    }),
  ),
];
