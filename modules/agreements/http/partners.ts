import { directoryRights, knownPartner, nameKey, searchPatterns } from '@mosty/directory';
import { permit } from '@mosty/identity';
import { look } from '@mosty/kernel/db';
import { decodeCursor, pageFrom, serve, type Served } from '@mosty/kernel/http';
import { refuse } from '@mosty/kernel/refusal';
import * as api from '../contract.ts';
import { listPartnerRows, standingOf } from '../store/list-partners.ts';

/** The list stands here and not in the directory: standing, class and kind come from agreements. */
export const partnerListRoutes: Served[] = [
  serve(api.listPartners, (ctx, { query }) =>
    look(ctx, async (tx) => {
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
