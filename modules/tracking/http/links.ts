import { permit } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { decodeCursor, languageOf, pageFrom, serve, type Served } from '@mosty/kernel/http';
import { refuse } from '@mosty/kernel/refusal';
import { dayCell, everyRow, said, writeTable } from '@mosty/kernel/table-file';
import { businessDateOf } from '@mosty/kernel/time';
import { words as kit } from '@mosty/ui-kit/words';
import * as api from '../contract/links.ts';
import { rights } from '../policy.ts';
import { createLink } from '../service/create-link.ts';
import { createOwnLink } from '../service/create-own-link.ts';
import { createLinks } from '../service/create-links.ts';
import { archiveLink, updateLink } from '../service/update-link.ts';
import { listLinkRows, type LinkFilter, type LinkLine } from '../store/link-rows.ts';
import { presentLink } from './present-link.ts';

export const linkRoutes: readonly Served[] = [
  serve(api.listLinks, (ctx, { query, origin }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'link.read');
      const page = await linkPage(tx, { ...query, text: query.q });
      return { ...page, items: page.items.map((row) => presentLink(row, origin)) };
    }),
  ),
  serve(api.exportLinks, (ctx, { query: { format, language, q, ...filter }, headers, origin }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'link.read');
      return writeTable(
        { format, language: languageOf(headers, language) },
        {
          name: 'links',
          columns: [
            { title: { ru: 'Ключ', en: 'Key' }, value: (row) => row.key },
            { title: { ru: 'Ссылка', en: 'Link' }, value: (row) => presentLink(row, origin).url },
            { title: { ru: 'Куда ведёт', en: 'Leads to' }, value: (row) => presentLink(row, origin).leadsTo },
            { title: { ru: 'Название', en: 'Title' }, value: (row) => row.title },
            { title: { ru: 'Партнёр', en: 'Partner' }, value: (row) => row.partnerName },
            {
              title: { ru: 'Класс учёта', en: 'Reporting class' },
              value: (row) => said(row.class, { ru: kit.ru.class, en: kit.en.class }),
            },
            { title: { ru: 'erid', en: 'erid' }, value: (row) => row.erid },
            { title: { ru: 'Клики', en: 'Clicks' }, value: (row) => row.clicks },
            { title: { ru: 'Роботы', en: 'Bots' }, value: (row) => row.bots },
            { title: { ru: 'Заявки', en: 'Leads' }, value: (row) => row.leads },
            { title: { ru: 'Покупатели', en: 'Buyers' }, value: (row) => row.buyers },
            { title: { ru: 'Засчитано продаж', en: 'Credited sales' }, value: (row) => row.sales },
            {
              title: { ru: 'Создана', en: 'Created on' },
              value: (row) => dayCell(businessDateOf(row.createdAt, tx.zone)),
            },
            {
              title: { ru: 'Остановлена', en: 'Stopped on' },
              value: (row) => dayCell(row.archivedAt && businessDateOf(row.archivedAt, tx.zone)),
            },
          ],
          rows: everyRow((page) => linkPage(tx, { ...filter, text: q, ...page })),
        },
      );
    }),
  ),
  serve(api.getLink, (ctx, { params, origin }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'link.read');
      return presentLink(await knownLink(tx, params.linkId), origin);
    }),
  ),
  serve(api.createLink, async (ctx, { body, origin }) =>
    presentLink(await createLink(ctx, { ...body, expiresAt: instantOf(body.expiresAt) }), origin),
  ),
  serve(api.createOwnLink, async (ctx, { body, origin }) =>
    presentLink(await createOwnLink(ctx, body), origin),
  ),
  serve(api.createLinks, async (ctx, { body, origin }) => {
    const made = await createLinks(ctx, { ...body, expiresAt: instantOf(body.expiresAt) });
    const items = made.map((one) => ({ ...one, link: one.link && presentLink(one.link, origin) }));
    return { items };
  }),
  serve(api.updateLink, async (ctx, { params, body, origin }) => {
    const expiresAt = body.expiresAt === null ? null : instantOf(body.expiresAt);
    const link = await updateLink(ctx, { ...params, change: { ...body, expiresAt } });
    return presentLink(link, origin);
  }),
  serve(api.archiveLink, async (ctx, { params, origin }) =>
    presentLink(await archiveLink(ctx, params), origin),
  ),
];

function instantOf(told: string | undefined): Date | undefined {
  return told === undefined ? undefined : new Date(told);
}

async function linkPage(tx: Tx, asked: Omit<LinkFilter, 'after'> & { readonly cursor?: string | undefined }) {
  const rows = await listLinkRows(tx, { ...asked, after: decodeCursor(asked.cursor) });
  return pageFrom(rows, asked.limit, (row) => ({ value: row.createdAt.toISOString(), id: row.id }));
}

/** @throws tracking.link_unknown */
export async function knownLink(tx: Tx, linkId: string): Promise<LinkLine> {
  const [link] = await listLinkRows(tx, { id: linkId, after: null, limit: 1 });
  return link ?? refuse('not_found', 'tracking.link_unknown', { linkId });
}
