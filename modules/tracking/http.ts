import { ability, keeps, knownPartner } from '@mosty/directory';
import { permit } from '@mosty/identity';
import { look } from '@mosty/kernel/db';
import { serve, type Served } from '@mosty/kernel/http';
import { Refusal } from '@mosty/kernel/refusal';
import * as api from './contract.ts';
import { rights } from './policy.ts';
import { archiveCode } from './service/archive-code.ts';
import { createCode } from './service/create-code.ts';
import { codesOfPartner } from './store/codes.ts';

export const trackingRoutes: Served[] = [
  serve(api.listCodes, (ctx, { params }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'code.read');
      const partner = await knownPartner(tx, params.partnerId);
      const write = ability(
        () => permit(tx, rights, 'code.write'),
        () => keeps(tx, partner) || new Refusal('not_permitted', 'directory.partner_of_another_manager'),
      );
      return { items: await codesOfPartner(tx, partner.id), can: { write } };
    }),
  ),
  serve(api.createCode, (ctx, { body }) => createCode(ctx, { ...body, discountPpm: BigInt(body.discountPpm) })),
  serve(api.archiveCode, (ctx, { params }) => archiveCode(ctx, params)),
];
