import { directoryRights, knownPartner, nameKey, searchPatterns } from '@mosty/directory';
import { namesOfMembers, permit } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { decodeCursor, pageFrom, serve, type Served } from '@mosty/kernel/http';
import { refuse } from '@mosty/kernel/refusal';
import { everyRow, writeTable, type TableColumn } from '@mosty/kernel/table-file';
import type * as z from 'zod';
import * as api from '../contract.ts';
import { listPartnerRows, standingOf, type PartnerRow } from '../store/list-partners.ts';

/** The list stands here and not in the directory: standing, class and kind come from agreements. */
export const partnerListRoutes: Served[] = [
  serve(api.listPartners, (ctx, { query }) => look(ctx, (tx) => pageOfPartners(tx, query))),
  serve(api.exportPartners, (ctx, { query: { format, ...filter } }) =>
    look(ctx, async (tx) => {
      permit(tx, directoryRights, 'partner.export');
      return writeTable(format, {
        name: 'partners',
        columns: PARTNER_COLUMNS,
        rows: everyRow(async (page) => {
          const { items, nextCursor } = await pageOfPartners(tx, { ...filter, ...page });
          const keepers = await namesOfMembers(tx, [
            ...new Set(items.flatMap((row) => row.ownerMemberId ?? [])),
          ]);
          return {
            items: items.map((row) => ({
              ...row,
              keeper: row.ownerMemberId && (keepers.get(row.ownerMemberId) ?? null),
            })),
            nextCursor,
          };
        }),
      });
    }),
  ),
  serve(api.getStanding, (ctx, { params }) =>
    look(ctx, async (tx) => {
      permit(tx, directoryRights, 'partner.read');
      const partner = await knownPartner(tx, params.partnerId);
      return (await standingOf(tx, partner.id)) ?? refuse('not_found', 'directory.partner_unknown', params);
    }),
  ),
];

async function pageOfPartners(tx: Tx, query: z.output<typeof api.listPartners.query>) {
  permit(tx, directoryRights, 'partner.read');
  const { q, cursor, archived, sortOrder, ...filter } = query;
  const rows = await listPartnerRows(tx, {
    ...filter,
    search: searchPatterns(q),
    archived: archived === 'yes',
    descending: sortOrder === 'desc',
    after: decodeCursor(cursor),
  });
  return pageFrom(rows, query.limit, (row) => ({
    value: query.sortBy === 'name' ? nameKey(row.name) : row.createdAt.toISOString(),
    id: row.id,
  }));
}

/** Whom we work with, in what standing; money of partners is in the file of settlements. */
const PARTNER_COLUMNS: readonly TableColumn<PartnerRow & { readonly keeper: string | null }>[] = [
  { title: 'partner_id', value: (row) => row.id },
  { title: 'partner', value: (row) => row.name },
  { title: 'number', value: (row) => row.externalId },
  { title: 'purpose', value: (row) => row.purpose },
  { title: 'city', value: (row) => row.city },
  { title: 'track', value: (row) => row.track },
  { title: 'keeper', value: (row) => row.keeper },
  { title: 'standing', value: (row) => row.standing },
  { title: 'partner_since', value: (row) => row.partnerSince },
  { title: 'agreements', value: (row) => row.agreements.map((one) => `${one.class}/${one.kind}`).join(' ') },
  { title: 'open_promises', value: (row) => row.openPromises },
];
