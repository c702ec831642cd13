import { permit } from '@mosty/identity';
import { look } from '@mosty/kernel/db';
import { decodeCursor, pageFrom, serve, type Served } from '@mosty/kernel/http';
import * as api from './contract.ts';
import { PASSIVE_DAYS } from './domain/quarter.ts';
import { rights } from './policy.ts';
import { decideReview, remarkReview, showReview, signReview } from './service/act.ts';
import { isTheirs, presentReview, presentRow } from './service/present.ts';
import { passivePartners } from './store/facts.ts';
import { pageOfReviews, placeOf } from './store/reviews.ts';

export const reviewsRoutes: readonly Served[] = [
  serve(api.listReviews, (ctx, { query: { cursor, limit, ...filter } }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'review.read');
      const rows = await pageOfReviews(tx, {
        ...filter,
        limit,
        shownOnly: isTheirs(tx),
        after: decodeCursor(cursor) ?? undefined,
      });
      const page = pageFrom(rows, limit, placeOf);
      return { ...page, items: page.items.map((row) => presentRow(tx, row)) };
    }),
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
  serve(api.showReview, (ctx, { params }) => showReview(ctx, params)),
  serve(api.remarkReview, (ctx, { params, body }) => remarkReview(ctx, { ...params, ...body })),
  serve(api.decideReview, (ctx, { params, body }) => decideReview(ctx, { ...params, ...body })),
  serve(api.signReview, (ctx, { params }) => signReview(ctx, params)),
];
