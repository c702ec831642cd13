import { directoryRights, knownPartner, searchPatterns } from '@mosty/directory';
import { namesOfMembers, permit } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { decodeCursor, languageOf, pageFrom, serve, type Served } from '@mosty/kernel/http';
import { refuse } from '@mosty/kernel/refusal';
import { businessDateOf } from '@mosty/kernel/time';
import { dayCell, everyRow, said, saidList, writeTable, type TableColumn } from '@mosty/kernel/table-file';
import { words as kit } from '@mosty/ui-kit/words';
import type * as z from 'zod';
import * as api from '../contract.ts';
import { kindName } from '../service/kind-name.ts';
import { words } from '../ui/words.ts';
import { listPartnerRows, standingOf, type PartnerRow } from '../store/list-partners.ts';

/** The list stands here and not in the directory: standing, class and kind come from agreements. */
export const partnerListRoutes: Served[] = [
  serve(api.listPartners, (ctx, { query }) => look(ctx, (tx) => pageOfPartners(tx, query))),
  serve(api.exportPartners, (ctx, { query: { format, language, ...filter }, headers }) =>
    look(ctx, async (tx) => {
      permit(tx, directoryRights, 'partner.export');
      return writeTable(
        { format, language: languageOf(headers, language) },
        {
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
        },
      );
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
    today: businessDateOf(tx.now(), tx.zone),
  });
  return pageFrom(rows, query.limit, (row) => ({ value: row.sortKey, id: row.id }));
}

/** «Партнёрские продажи: агент; …» */
function agreementsOf({ agreements }: Pick<PartnerRow, 'agreements'>) {
  const each = agreements.map((one) =>
    saidList([said(one.class, { ru: kit.ru.class, en: kit.en.class }), kindName(one.kind)], ': '),
  );
  return saidList(each, '; ');
}

/** Whom we work with, in what standing; money of partners is in the file of settlements. */
const PARTNER_COLUMNS: readonly TableColumn<PartnerRow & { readonly keeper: string | null }>[] = [
  { title: { ru: 'Партнёр: номер в системе', en: 'Partner id' }, value: (row) => row.id },
  { title: { ru: 'Партнёр', en: 'Partner' }, value: (row) => row.name },
  { title: { ru: 'Номер', en: 'Number' }, value: (row) => row.externalId },
  { title: { ru: 'Зачем мы вместе', en: 'Purpose' }, value: (row) => row.purpose },
  { title: { ru: 'Город', en: 'City' }, value: (row) => row.city },
  {
    title: { ru: 'Сопровождение', en: 'Track' },
    value: (row) => said(row.track, { ru: words.ru.track, en: words.en.track }),
  },
  { title: { ru: 'Ведёт', en: 'Kept by' }, value: (row) => row.keeper },
  {
    title: { ru: 'Партнёр или контакт', en: 'Standing' },
    value: (row) => said(row.standing, { ru: words.ru.standing, en: words.en.standing }),
  },
  { title: { ru: 'Партнёр с', en: 'Partner since' }, value: (row) => dayCell(row.partnerSince) },
  { title: { ru: 'Соглашения', en: 'Agreements' }, value: agreementsOf },
  { title: { ru: 'Открытых обещаний', en: 'Open promises' }, value: (row) => row.openPromises },
];
