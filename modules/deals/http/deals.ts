import { permit } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { look, transact } from '@mosty/kernel/db';
import { decodeCursor, languageOf, pageFrom, serve, type Served } from '@mosty/kernel/http';
import { refuse } from '@mosty/kernel/refusal';
import { dayCell, everyRow, said, writeTable } from '@mosty/kernel/table-file';
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
import { isShownTo } from '../store/shown-to.ts';
import { words } from '../ui/words.ts';
import { isPartners, namesOfPartners, presentDeal, presentDeals } from './present.ts';

const bigintOf = (minor: number | null | undefined) =>
  minor === null || minor === undefined ? minor : BigInt(minor);
const dayOf = (text: string | null | undefined) =>
  text ? businessDate(text) : text === null ? null : undefined;

export const dealRoutes: readonly Served[] = [
  serve(api.listDealCards, (ctx, { query }) => look(ctx, (tx) => pageOfDeals(tx, query))),
  serve(api.exportDealCards, (ctx, { query: { format, language, ...filter }, headers }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'deal.export');
      const stageNames = new Map((await stagesOf(tx)).map(({ code, name }) => [code, name]));
      return writeTable(
        { format, language: languageOf(headers, language) },
        {
          name: 'deals-in-progress',
          columns: [
            { title: { ru: 'Номер', en: 'Number' }, value: (row) => row.number },
            { title: { ru: 'Название', en: 'Title' }, value: (row) => row.title },
            { title: { ru: 'Клиент', en: 'Client' }, value: (row) => row.client?.name ?? '' },
            { title: { ru: 'Партнёр', en: 'Partner' }, value: (row) => row.partner?.name ?? '' },
            {
              title: { ru: 'Вид', en: 'Kind' },
              value: (row) => said(row.kind, { ru: words.ru.work.kind, en: words.en.work.kind }),
            },
            {
              title: { ru: 'Передача', en: 'Registration' },
              value: (row) =>
                said(row.registration, { ru: words.ru.work.registration, en: words.en.work.registration }),
            },
            {
              title: { ru: 'Передана', en: 'Registered on' },
              value: (row) => dayCell(row.registeredAt && businessDateOf(row.registeredAt, tx.zone)),
            },
            {
              title: { ru: 'Защищена до', en: 'Protected until' },
              value: (row) => dayCell(row.protectedUntil),
            },
            {
              title: { ru: 'Этап', en: 'Stage' },
              value: (row) =>
                stageNames.get(row.stage) ??
                said(row.stage, { ru: words.ru.work.stages, en: words.en.work.stages }),
            },
            {
              title: { ru: 'Сумма', en: 'Amount' },
              value: ({ amountMinor: minor, currency }) => (minor === null ? null : { minor, currency }),
            },
            { title: { ru: 'Валюта', en: 'Currency' }, value: (row) => row.currency },
            { title: { ru: 'Следующий шаг', en: 'Next step' }, value: (row) => row.nextStep ?? '' },
            { title: { ru: 'Когда', en: 'Next step on' }, value: (row) => dayCell(row.nextStepOn) },
            {
              title: { ru: 'Дней без движения', en: 'Days since the last move' },
              value: (row) => row.daysSinceMove,
            },
            {
              title: { ru: 'Исход', en: 'Outcome' },
              value: (row) => said(row.outcome, { ru: words.ru.work.states, en: words.en.work.states }),
            },
          ],
          rows: everyRow((page) => pageOfDeals(tx, { ...filter, ...page })),
        },
      );
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
      if (!deal || !isShownTo(tx, deal)) return refuse('not_found', 'deals.deal_unknown', params);
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
