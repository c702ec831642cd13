import { findWorkspace, permit } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { decodeCursor, languageOf, pageFrom, serve, type Served } from '@mosty/kernel/http';
import { writePdf } from '@mosty/kernel/pdf';
import { dayCell, everyRow, said, writeTable, type TableColumn } from '@mosty/kernel/table-file';
import type * as z from 'zod';
import * as api from './contract.ts';
import { PASSIVE_DAYS } from './domain/quarter.ts';
import { reviewPaper } from './http/review-paper.ts';
import { rights } from './policy.ts';
import { decideReview, remarkReview, showReview, signReview } from './service/act.ts';
import { isTheirs, presentReview, presentRow } from './service/present.ts';
import { passivePartners } from './store/facts.ts';
import { pageOfReviews, placeOf } from './store/reviews.ts';
import { words } from './ui/words.ts';

export const reviewsRoutes: readonly Served[] = [
  serve(api.listReviews, (ctx, { query }) => look(ctx, (tx) => pageOf(tx, query))),
  serve(api.exportReviews, (ctx, { query: { format, language, ...filter }, headers }) =>
    look(ctx, async (tx) =>
      writeTable(
        { format, language: languageOf(headers, language) },
        { name: 'reviews', columns: COLUMNS, rows: everyRow((page) => pageOf(tx, { ...filter, ...page })) },
      ),
    ),
  ),
  serve(api.listPassive, (ctx) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'review.write');
      const items = (await passivePartners(tx, PASSIVE_DAYS)).map(({ partnerId, name, ...silent }) => ({
        ...silent,
        partner: { id: partnerId, name },
      }));
      return { items };
    }),
  ),
  serve(api.readReview, (ctx, { params }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'review.read');
      return presentReview(tx, params.reviewId);
    }),
  ),
  serve(api.printReview, (ctx, { params, query: { language } }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'review.read');
      const review = await presentReview(tx, params.reviewId);
      const workspace = await findWorkspace(tx);
      const company = workspace?.legalName ?? workspace?.name ?? '';
      return {
        filename: `review-${review.id}.pdf`,
        contentType: 'application/pdf',
        content: await writePdf(reviewPaper({ review, company, language, zone: tx.zone })),
      };
    }),
  ),
  serve(api.showReview, (ctx, { params }) => showReview(ctx, params)),
  serve(api.remarkReview, (ctx, { params, body }) => remarkReview(ctx, { ...params, ...body })),
  serve(api.decideReview, (ctx, { params, body }) => decideReview(ctx, { ...params, ...body })),
  serve(api.signReview, (ctx, { params }) => signReview(ctx, params)),
];

type Query = Omit<z.output<(typeof api.listReviews)['query']>, 'cursor'> & { cursor?: string | undefined };

async function pageOf(tx: Tx, { cursor, limit, ...filter }: Query) {
  permit(tx, rights, 'review.read');
  const rows = await pageOfReviews(tx, {
    ...filter,
    limit,
    shownOnly: isTheirs(tx),
    after: decodeCursor(cursor) ?? undefined,
  });
  const page = pageFrom(rows, limit, placeOf);
  return { ...page, items: page.items.map((row) => presentRow(tx, row)) };
}

const COLUMNS: readonly TableColumn<api.ReviewRow>[] = [
  { title: { ru: 'Партнёр', en: 'Partner' }, value: (row) => row.partner.name },
  {
    title: { ru: 'Первый день квартала', en: 'First day of the quarter' },
    value: (row) => dayCell(row.quarter),
  },
  { title: { ru: 'Провести до', en: 'To be held by' }, value: (row) => dayCell(row.dueOn) },
  {
    title: { ru: 'Просрочен', en: 'Overdue' },
    value: (row) => (row.isLate ? { ru: 'да', en: 'yes' } : { ru: 'нет', en: 'no' }),
  },
  {
    title: { ru: 'Состояние', en: 'State' },
    value: (row) => said(row.state, { ru: words.ru.state, en: words.en.state }),
  },
  {
    title: { ru: 'Решение', en: 'Decision' },
    value: (row) => said(row.decision, { ru: words.ru.decision, en: words.en.decision }),
  },
];
