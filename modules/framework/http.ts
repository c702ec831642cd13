import { findWorkspace, may, permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { look, transact } from '@mosty/kernel/db';
import { decodeCursor, pageFrom, serve, type Served } from '@mosty/kernel/http';
import { refuse } from '@mosty/kernel/refusal';
import * as api from './contract.ts';
import { judgeTrackShare } from './domain/crossed.ts';
import { rights } from './policy.ts';
import { decideCrossing } from './service/decide-crossing.ts';
import { listPackages, noteGiven, readPackage } from './service/packages.ts';
import { frameworkNow, publishFramework } from './service/publish-framework.ts';
import { countTracks, namedCrossing, pageOfCrossings, type NamedCrossing } from './store/crossings.ts';
import { versionsOfFramework } from './store/framework.ts';

export const frameworkRoutes: readonly Served[] = [
  serve(api.readFramework, present),
  serve(api.publishFramework, async (ctx, { body }) => {
    await publishFramework(ctx, body);
    return present(ctx);
  }),
  serve(api.listFrameworkVersions, (ctx) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'framework.read');
      return { items: await versionsOfFramework(tx) };
    }),
  ),
  serve(api.listCrossings, (ctx, { query }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'crossing.read');
      const asked = { state: query.state, after: decodeCursor(query.cursor), limit: query.limit };
      const page = pageFrom(await pageOfCrossings(tx, asked), query.limit, (row) => ({
        value: row.proposedAt.toISOString(),
        id: row.id,
      }));
      const currency = await currencyOf(tx);
      return { ...page, items: page.items.map((row) => presentCrossing(row, currency)) };
    }),
  ),
  serve(api.decideCrossing, (ctx, { params, body }) =>
    transact(ctx, async (tx) => {
      await decideCrossing(tx, { ...params, ...body });
      const row =
        (await namedCrossing(tx, params.crossingId)) ??
        refuse('not_found', 'framework.crossing_unknown', params);
      return presentCrossing(row, await currencyOf(tx));
    }),
  ),
  serve(api.listPackages, (ctx, { query }) => listPackages(ctx, query)),
  serve(api.readPackage, (ctx, { params }) => readPackage(ctx, params.partnerId)),
  serve(api.noteGiven, (ctx, { params, body }) => noteGiven(ctx, { ...params, ...body })),
  serve(api.readTrackShare, (ctx) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'crossing.read');
      const { working, highTouch } = await countTracks(tx);
      return { working, highTouch, verdict: judgeTrackShare(working, highTouch) };
    }),
  ),
];

function present(ctx: Context) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'framework.read');
    const can = {
      publish: may(tx, rights, 'framework.publish'),
      decide: may(tx, rights, 'crossing.decide'),
    };
    return { ...(await frameworkNow(tx)), can };
  });
}

async function currencyOf(tx: Tx): Promise<string> {
  return (await findWorkspace(tx))?.currency ?? 'RUB';
}

function presentCrossing({ partnerId, partnerName, rule, found, ...row }: NamedCrossing, currency: string) {
  const { fromKind, toKind, toTrack, metric, months, comparison, value } = rule;
  return {
    ...row,
    partner: { id: partnerId, name: partnerName },
    fromKind,
    toKind,
    toTrack,
    metric,
    months,
    comparison,
    value,
    found: Number(found),
    currency,
  };
}
