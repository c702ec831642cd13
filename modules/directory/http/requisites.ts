import { permit } from '@mosty/identity';
import { look } from '@mosty/kernel/db';
import { serve, type Served } from '@mosty/kernel/http';
import { Refusal } from '@mosty/kernel/refusal';
import * as api from '../contract.ts';
import { mayKeep } from '../domain/keep-partner.ts';
import { rights } from '../policy.ts';
import { ability } from '../service/ability.ts';
import { knownPartner } from '../service/keep-partner.ts';
import { setRequisites, verifyRequisites } from '../service/requisites.ts';
import { sendRequisitesCode } from '../service/send-requisites-code.ts';
import { requisitesOf } from '../store/requisites.ts';

export const requisitesRoutes: Served[] = [
  serve(api.listRequisites, (ctx, { params }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'requisites.read');
      const partner = await knownPartner(tx, params.partnerId);
      const items = await requisitesOf(tx, partner.id);
      const newest = items[0];
      return {
        items,
        can: {
          write: ability(
            () => permit(tx, rights, 'requisites.write'),
            () => mayKeep(tx.actor, partner),
          ),
          verify: ability(
            () => permit(tx, rights, 'requisites.verify'),
            () => newest?.createdBy === tx.actor.id && new Refusal('not_permitted', 'identity.two_people'),
            () => newest?.verdict != null && new Refusal('conflict', 'directory.requisites_decided'),
          ),
        },
      };
    }),
  ),
  serve(api.setRequisites, (ctx, { params, body }) => setRequisites(ctx, { ...body, ...params })),
  serve(api.sendRequisitesCode, (ctx, { params }) => sendRequisitesCode(ctx, params)),
  serve(api.verifyRequisites, (ctx, { params, body }) => verifyRequisites(ctx, { ...params, ...body })),
];
