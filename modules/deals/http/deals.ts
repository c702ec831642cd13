import { permit } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { look, transact } from '@mosty/kernel/db';
import { decodeCursor, pageFrom, serve, type Served } from '@mosty/kernel/http';
import { refuse } from '@mosty/kernel/refusal';
import { everyRow, writeTable } from '@mosty/kernel/table-file';
import { businessDate, businessDateOf } from '@mosty/kernel/time';
import type * as z from 'zod';
import * as api from '../contract.ts';
import { rights } from '../policy.ts';
import { dealCard } from '../service/deal-card.ts';
import { linkSale } from '../service/link-sales.ts';
import { moveDeal } from '../service/move-deal.ts';
import { setRoles } from '../service/set-roles.ts';
import { stagesOf } from '../service/stages.ts';
import { updateDeal } from '../service/update-deal.ts';
import { dealsById } from '../store/deals.ts';
import { boardRows, boardSums, listDealRows } from '../store/list-deals.ts';
import { isPartners, namesOfPartners, presentDeal, presentDeals } from './present.ts';

const bigintOf = (minor: number | null | undefined) =>
  minor === null || minor === undefined ? minor : BigInt(minor);
const dayOf = (text: string | null | undefined) =>
  text ? businessDate(text) : text === null ? null : undefined;

export const dealRoutes: readonly Served[] = [
  serve(api.listDealCards, (ctx, { query }) => look(ctx, (tx) => pageOfDeals(tx, query))),
  serve(api.exportDealCards, (ctx, { query: { format, ...filter } }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'deal.export');
      return writeTable(format, {
        name: 'deals-in-progress',
        columns: [
          { title: 'number', value: (row) => row.number },
          { title: 'title', value: (row) => row.title },
          { title: 'client', value: (row) => row.client?.name ?? '' },
          { title: 'partner', value: (row) => row.partner?.name ?? '' },
          { title: 'kind', value: (row) => row.kind },
          { title: 'registration', value: (row) => row.registration },
          {
            title: 'registered_on',
            value: (row) => row.registeredAt && businessDateOf(row.registeredAt, tx.zone),
          },
          { title: 'protected_until', value: (row) => row.protectedUntil ?? '' },
          { title: 'stage', value: (row) => row.stage },
          {
            title: 'amount',
            value: ({ amountMinor: minor, currency }) => (minor === null ? null : { minor, currency }),
          },
          { title: 'currency', value: (row) => row.currency },
          { title: 'next_step', value: (row) => row.nextStep ?? '' },
          { title: 'next_step_on', value: (row) => row.nextStepOn ?? '' },
          { title: 'days_since_move', value: (row) => row.daysSinceMove },
          { title: 'outcome', value: (row) => row.outcome ?? '' },
        ],
        rows: everyRow((page) => pageOfDeals(tx, { ...filter, ...page })),
      });
    }),
  ),
  serve(api.readBoard, (ctx, { query }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'deal.read');
      const filter = { ...query, now: tx.now() };
      const deals = await presentDeals(tx, await boardRows(tx, filter));
      const sums = await boardSums(tx, filter);
      const columns = (await stagesOf(tx)).map((stage) => {
        const own = sums.filter((sum) => sum.stage === stage.code);
        return {
          stage,
          count: own.reduce((count, sum) => count + Number(sum.count), 0),
          sums: own.map(({ currency, amountMinor }) => ({ currency, amountMinor })),
          deals: deals.filter((deal) => deal.stage === stage.code),
        };
      });
      return { columns };
    }),
  ),
  serve(api.readDealCard, (ctx, { params }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'deal.read');
      const [deal] = await dealsById(tx, [params.dealId]);
      if (!deal) return refuse('not_found', 'deals.deal_unknown', params);
      const card = await dealCard(tx, deal, isPartners(tx));
      const names = await namesOfPartners(
        tx,
        card.beside.map(({ partnerId }) => partnerId),
      );
      return {
        ...(await presentDeal(tx, deal)),
        ...card,
        stages: [...(await stagesOf(tx))],
        likenesses: card.likenesses.map(({ client, met, same }) => ({
          client: { id: client.id, name: client.name },
          same,
          isPaying: client.firstPaidAt !== null,
          met: met.map(({ kind, how }) => ({ kind, how })),
        })),
        beside: card.beside.map(({ partnerId, ...one }) => ({
          ...one,
          partner: partnerId ? { id: partnerId, name: names.get(partnerId) ?? '' } : null,
        })),
        sales: [...card.sales],
      };
    }),
  ),
  serve(api.updateDeal, (ctx, { params, body }) =>
    transact(ctx, async (tx) => {
      const { amountMinor, nextStepOn, expectedOn, ...fields } = body;
      return presentDeal(
        tx,
        await updateDeal(tx, {
          ...params,
          fields: {
            ...fields,
            amountMinor: bigintOf(amountMinor),
            nextStepOn: dayOf(nextStepOn),
            expectedOn: dayOf(expectedOn),
          },
        }),
      );
    }),
  ),
  serve(api.moveDeal, (ctx, { params, body }) =>
    transact(ctx, async (tx) => presentDeal(tx, await moveDeal(tx, { ...params, ...body }))),
  ),
  serve(api.setDealRoles, (ctx, { params, body }) =>
    transact(ctx, async (tx) => {
      const roles = body.roles.map((role) => ({ ...role, capMinor: bigintOf(role.capMinor) ?? null }));
      return presentDeal(tx, await setRoles(tx, { ...params, roles }));
    }),
  ),
  serve(api.linkSale, (ctx, { params, body }) =>
    transact(ctx, async (tx) => presentDeal(tx, await linkSale(tx, { ...params, ...body }))),
  ),
];

async function pageOfDeals(tx: Tx, query: z.output<typeof api.listDealCards.query>) {
  permit(tx, rights, 'deal.read');
  const { cursor, limit, ...filter } = query;
  const rows = await listDealRows(tx, { ...filter, now: tx.now() }, { after: decodeCursor(cursor), limit });
  const page = pageFrom(rows, limit, (row) => ({ value: row.movedAt.toISOString(), id: row.id }));
  return { ...page, items: await presentDeals(tx, page.items) };
}
