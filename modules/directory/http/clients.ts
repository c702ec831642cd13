import { permit } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { look, transact } from '@mosty/kernel/db';
import { decodeCursor, languageOf, pageFrom, serve, type Served } from '@mosty/kernel/http';
import { Refusal, refuse } from '@mosty/kernel/refusal';
import { everyRow, writeTable } from '@mosty/kernel/table-file';
import type * as z from 'zod';
import * as api from '../contract.ts';
import { nameKey } from '../domain/fold.ts';
import { searchPatterns } from '../domain/search-patterns.ts';
import { rights } from '../policy.ts';
import { ability } from '../service/ability.ts';
import { changeKeeper } from '../service/change-keeper.ts';
import { createClient, updateClient } from '../service/clients.ts';
import { confirmResult } from '../service/confirm-result.ts';
import { mergeClients, undoMerge } from '../service/merge-clients.ts';
import { clientsById } from '../store/clients.ts';
import { keepersOf } from '../store/keeping.ts';
import { listClientRows } from '../store/list-clients.ts';
import { mergedInto } from '../store/merges.ts';
import { clientColumns } from './client-columns.ts';
import { presentClient, presentClients } from './present.ts';

const yes = (answer: 'yes' | 'no' | undefined) => (answer === undefined ? undefined : answer === 'yes');

export const clientRoutes: Served[] = [
  serve(api.listClients, (ctx, { query }) => look(ctx, (tx) => pageOfClients(tx, query))),
  serve(api.exportClients, (ctx, { query: { format, language, ...filter }, headers }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'client.export');
      return writeTable(
        { format, language: languageOf(headers, language) },
        {
          name: 'clients',
          columns: clientColumns(tx.zone),
          rows: everyRow((page) => pageOfClients(tx, { ...filter, ...page })),
        },
      );
    }),
  ),
  serve(api.getClient, (ctx, { params }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'client.read');
      const [client] = await clientsById(tx, [params.clientId]);
      if (!client) return refuse('not_found', 'directory.client_unknown', params);
      const write = ability(() => permit(tx, rights, 'client.write'));
      const paid = ability(
        () => client.firstPaidAt === null && new Refusal('not_now', 'directory.client_never_paid'),
      );
      const [into] = client.mergedIntoId ? await clientsById(tx, [client.mergedIntoId]) : [];
      return {
        ...(await presentClient(tx, client)),
        keepers: await keepersOf(tx, client.id),
        mergedInto: into ? { id: into.id, name: into.name } : null,
        merged: await mergedInto(tx, client.id),
        can: {
          write,
          confirmResult: write === true ? paid : write,
          changeKeeper: ability(() => permit(tx, rights, 'client.change_keeper')),
          merge: ability(() => permit(tx, rights, 'client.merge')),
          readTimeline: ability(() => permit(tx, rights, 'partner.timeline')),
        },
      };
    }),
  ),
  serve(api.createClient, (ctx, { body }) =>
    transact(ctx, async (tx) => presentClient(tx, await createClient(tx, body))),
  ),
  serve(api.updateClient, (ctx, { params, body }) =>
    transact(ctx, async (tx) => presentClient(tx, await updateClient(tx, { ...params, fields: body }))),
  ),
  serve(api.confirmResult, (ctx, { params, body }) =>
    transact(ctx, async (tx) => presentClient(tx, await confirmResult(tx, { ...params, ...body }))),
  ),
  serve(api.mergeClients, (ctx, { params, body }) =>
    transact(ctx, async (tx) => presentClient(tx, await mergeClients(tx, { ...params, ...body }))),
  ),
  serve(api.undoMerge, (ctx, { params }) =>
    transact(ctx, async (tx) => presentClient(tx, await undoMerge(tx, params))),
  ),
  serve(api.changeKeeper, (ctx, { params, body }) =>
    transact(ctx, async (tx) => presentClient(tx, await changeKeeper(tx, { ...params, ...body }))),
  ),
];

async function pageOfClients(tx: Tx, query: z.output<typeof api.listClients.query>) {
  permit(tx, rights, 'client.read');
  const rows = await listClientRows(tx, {
    search: searchPatterns(query.q),
    keeperPartnerId: query.keeperPartnerId,
    kept: yes(query.kept),
    paid: yes(query.paid),
    proven: yes(query.proven),
    segment: query.segment,
    importId: query.import,
    sortBy: query.sortBy,
    descending: query.sortOrder === 'desc',
    after: decodeCursor(query.cursor),
    limit: query.limit,
  });
  const page = pageFrom(rows, query.limit, (row) => ({
    value: query.sortBy === 'name' ? nameKey(row.name) : row.createdAt.toISOString(),
    id: row.id,
  }));
  return { ...page, items: await presentClients(tx, page.items) };
}
