import { servePublic, type PublicServed } from '@mosty/identity/http';
import { namesOf, permit } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { look, transact } from '@mosty/kernel/db';
import { decodeCursor, pageFrom, serve, type Served } from '@mosty/kernel/http';
import * as api from '../contract/application.ts';
import * as pages from '../contract/programme.ts';
import { rights } from '../policy.ts';
import { applyToProgramme, readProgrammePage } from '../service/apply-to-programme.ts';
import { declineApplication, takeApplication } from '../service/decide-application.ts';
import { saveProgramme } from '../service/save-programme.ts';
import { stopsLike } from '../service/stop-matches.ts';
import { pageOfApplications, type ApplicationOfProgramme } from '../store/applications.ts';
import { listProgrammes } from '../store/programmes.ts';

export const applicationRoutes: readonly Served[] = [
  serve(pages.listProgrammes, (ctx) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'application.read');
      return { items: await listProgrammes(tx) };
    }),
  ),
  serve(pages.saveProgramme, (ctx, { params, body: { counts, ...body } }) =>
    saveProgramme(ctx, {
      ...params,
      ...body,
      counts: counts && { ...counts, saleMinor: BigInt(counts.saleMinor) },
    }),
  ),
  serve(api.listApplications, (ctx, { query: { cursor, ...filter } }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'application.read');
      const rows = await pageOfApplications(tx, { ...filter, after: decodeCursor(cursor) });
      const page = pageFrom(rows, filter.limit, ({ appliedAt, id }) => ({
        value: appliedAt.toISOString(),
        id,
      }));
      const items = [];
      for (const one of page.items) items.push(await present(tx, one));
      return { ...page, items };
    }),
  ),
  serve(api.takeApplication, (ctx, { params, body }) =>
    transact(ctx, async (tx) => present(tx, await takeApplication(tx, { ...params, ...body }))),
  ),
  serve(api.declineApplication, (ctx, { params, body }) =>
    transact(ctx, async (tx) => present(tx, await declineApplication(tx, { ...params, ...body }))),
  ),
];

export const applicationPublicRoutes: readonly PublicServed[] = [
  servePublic(pages.readProgrammePage, async ({ settings: { database, world } }, { params }) => ({
    answer: await readProgrammePage(database, params.slug, world),
  })),
  servePublic(
    api.applyToProgramme,
    async ({ settings: { database, world } }, { params, body, remoteAddress }) => {
      await applyToProgramme(database, { ...params, ...body, address: remoteAddress }, world);
      return { answer: { answer: 'taken' as const } };
    },
  ),
];

async function present(tx: Tx, one: ApplicationOfProgramme) {
  const { programmeId: _programme, programmeWords, slug, consentHash: _hash, ...told } = one;
  const title = (programmeWords[one.language] ?? programmeWords.ru ?? programmeWords.en)?.title ?? slug;
  const names = one.decidedBy === null ? undefined : await namesOf(tx, [one.decidedBy]);
  return {
    ...told,
    programme: { slug, title },
    decidedBy: names?.get(one.decidedBy ?? '') ?? null,
    stops: one.state === 'waiting' ? await stopsLike(tx, [one]) : [],
  };
}
