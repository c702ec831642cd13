import { permit } from '@mosty/identity';
import { look, transact } from '@mosty/kernel/db';
import { serve, type Served } from '@mosty/kernel/http';
import { Refusal } from '@mosty/kernel/refusal';
import * as api from '../contract.ts';
import { mayKeep } from '../domain/keep-partner.ts';
import { searchPatterns } from '../domain/search-patterns.ts';
import { rights } from '../policy.ts';
import { ability } from '../service/ability.ts';
import { archivePartner, restorePartner } from '../service/archive-partner.ts';
import { createPartner } from '../service/create-partner.ts';
import { addFace, removeFace, updateFace } from '../service/faces.ts';
import { knownPartner } from '../service/keep-partner.ts';
import { updatePartner } from '../service/update-partner.ts';
import { facesOf } from '../store/faces.ts';
import { introducedBy } from '../store/partners.ts';
import { searchDirectory } from '../store/search.ts';
import { presentFace, presentPartner } from './present.ts';

export const partnerRoutes: Served[] = [
  serve(api.createPartner, (ctx, { body }) =>
    transact(ctx, async (tx) => presentPartner(tx, await createPartner(tx, body))),
  ),
  serve(api.getPartner, (ctx, { params }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'partner.read');
      const partner = await knownPartner(tx, params.partnerId);
      const write = ability(
        () => permit(tx, rights, 'partner.write'),
        () => mayKeep(tx.actor, partner),
      );
      const live = ability(
        () => partner.archivedAt !== null && new Refusal('not_now', 'directory.partner_archived'),
      );
      return {
        ...(await presentPartner(tx, partner)),
        faces: (await facesOf(tx, [partner.id])).map((face) => presentFace(tx, face)),
        introduced: await introducedBy(tx, partner.id),
        can: {
          write,
          archive: write === true ? live : write,
          restore: write,
          readRequisites: ability(() => permit(tx, rights, 'requisites.read')),
          readTimeline: ability(() => permit(tx, rights, 'partner.timeline')),
        },
      };
    }),
  ),
  serve(api.updatePartner, (ctx, { params, body }) =>
    transact(ctx, async (tx) => presentPartner(tx, await updatePartner(tx, { ...params, fields: body }))),
  ),
  serve(api.archivePartner, (ctx, { params, body }) =>
    transact(ctx, async (tx) => presentPartner(tx, await archivePartner(tx, { ...params, ...body }))),
  ),
  serve(api.restorePartner, (ctx, { params }) =>
    transact(ctx, async (tx) => presentPartner(tx, await restorePartner(tx, params))),
  ),
  serve(api.addFace, (ctx, { params, body }) =>
    transact(ctx, async (tx) => presentFace(tx, await addFace(tx, { ...body, ...params }))),
  ),
  serve(api.updateFace, (ctx, { params, body }) =>
    transact(ctx, async (tx) => presentFace(tx, await updateFace(tx, { ...params, fields: body }))),
  ),
  serve(api.removeFace, (ctx, { params }) =>
    transact(ctx, async (tx) => presentFace(tx, await removeFace(tx, params))),
  ),
  serve(api.search, (ctx, { query }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'directory.search');
      const patterns = searchPatterns(query.q);
      return { items: patterns ? await searchDirectory(tx, patterns, query.limit) : [] };
    }),
  ),
];
