import { ability } from '@mosty/directory';
import { namesOf, permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { look, transact } from '@mosty/kernel/db';
import { serve, type Served } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import { Refusal } from '@mosty/kernel/refusal';
import * as api from './contract.ts';
import { rights } from './policy.ts';
import { agreeSummary, noteSummaryAgreed, ownPartner } from './service/agree-summary.ts';
import './service/conveyor.ts';
import './service/evidence.ts';
import { handOver } from './service/hand-over.ts';
import './service/portal-tasks.ts';
import { presentExit, presentSummary } from './service/present.ts';
import { sendThanks } from './service/send-thanks.ts';
import { closeAccess, makeLinksNeutral, setRetention } from './service/settle.ts';
import { showSummary } from './service/show-summary.ts';
import { lastExit } from './store/exits.ts';
import { lastSummary } from './store/summaries.ts';

/** A verb and the page after it, in one transaction. */
const after = (ctx: Context, partnerId: Id<'partner'>, verb: (tx: Tx) => Promise<unknown>) =>
  transact(ctx, async (tx) => {
    await verb(tx);
    return presentExit(tx, partnerId);
  });

export const exitsRoutes: readonly Served[] = [
  serve(api.readExit, (ctx, { params }) => look(ctx, (tx) => presentExit(tx, params.partnerId))),
  serve(api.sendThanks, (ctx, { params, body }) =>
    after(ctx, params.partnerId, (tx) => sendThanks(tx, { ...params, ...body })),
  ),
  serve(api.showSummary, (ctx, { params }) => after(ctx, params.partnerId, (tx) => showSummary(tx, params))),
  serve(api.noteSummaryAgreed, (ctx, { params, body }) =>
    after(ctx, params.partnerId, (tx) => noteSummaryAgreed(tx, { ...params, ...body })),
  ),
  serve(api.handOver, (ctx, { params, body }) =>
    after(ctx, params.partnerId, (tx) => handOver(tx, { ...params, ...body })),
  ),
  serve(api.neutralizeLinks, (ctx, { params, body }) =>
    after(ctx, params.partnerId, (tx) => makeLinksNeutral(tx, { ...params, ...body })),
  ),
  serve(api.closeAccess, (ctx, { params }) => after(ctx, params.partnerId, (tx) => closeAccess(tx, params))),
  serve(api.setRetention, (ctx, { params, body }) =>
    after(ctx, params.partnerId, (tx) => setRetention(tx, { ...params, ...body })),
  ),
  serve(api.readOwnExit, (ctx) => look(ctx, ownExit)),
  serve(api.agreeSummary, (ctx, { body }) =>
    transact(ctx, async (tx) => {
      await agreeSummary(tx, body);
      return ownExit(tx);
    }),
  ),
];

/** Only what was shown: the partner sees what it is asked about, and nothing that is still being counted. */
async function ownExit(tx: Tx) {
  permit(tx, rights, 'exit.agree');
  const exit = await lastExit(tx, ownPartner(tx));
  const summary = exit && (await lastSummary(tx, exit));
  const names = await namesOf(tx, summary?.agreedBy ? [summary.agreedBy] : []);
  return {
    summary: summary && presentSummary(summary, names),
    can: {
      agree: ability(
        () =>
          (exit?.closedAt === null && summary !== null) || new Refusal('not_now', 'exits.not_leaving', {}),
        () => summary?.agreedAt === null || new Refusal('conflict', 'exits.agreed_already', {}),
      ),
    },
  };
}
