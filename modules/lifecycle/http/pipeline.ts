import { partnersById, searchPatterns } from '@mosty/directory';
import { namesOfMembers, permit } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { decodeCursor, languageOf, pageFrom, serve, type Served } from '@mosty/kernel/http';
import { dayCell, everyRow, said, writeTable, type TableColumn } from '@mosty/kernel/table-file';
import { addDays, businessDate, businessDateOf, startOfDay } from '@mosty/kernel/time';
import type * as z from 'zod';
import * as api from '../contract.ts';
import { acceptanceOf } from '../domain/acceptance.ts';
import { wayOn } from '../domain/steps.ts';
import { rights } from '../policy.ts';
import { lookAtGate, missingOf } from '../service/gate.ts';
import { setNorms } from '../service/set-norms.ts';
import { decisionsOn, flowOfStages } from '../store/conversion.ts';
import { normsOf } from '../store/norms.ts';
import { cardsOfStages, countStages, listCards } from '../store/pipeline.ts';
import { standingOf } from '../store/standing.ts';
import { words } from '../ui/words.ts';
import { presentCard } from './present.ts';

const CARDS_A_COLUMN = 50;
const DAYS_LOOKED_BACK = 180;

export const pipelineRoutes: Served[] = [
  serve(api.readPipeline, (ctx, { query: { q, ...filter } }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'lifecycle.read');
      const norms = await normsOf(tx);
      const wanted = { ...filter, search: searchPatterns(q) };
      const counted = new Map((await countStages(tx, wanted, norms)).map((row) => [row.stage, row]));
      const cards = Map.groupBy(await cardsOfStages(tx, wanted, CARDS_A_COLUMN), (card) => card.stage);
      return {
        columns: api.STAGES.map((stage) => ({
          stage,
          norm: norms[stage],
          count: counted.get(stage)?.count ?? 0,
          overdue: counted.get(stage)?.overdue ?? 0,
          cards: (cards.get(stage) ?? []).map((row) => presentCard(tx, row, norms)),
        })),
        takenOver: [...counted.values()].reduce((sum, row) => sum + row.takenOver, 0),
      };
    }),
  ),
  serve(api.listStage, (ctx, { query }) => look(ctx, (tx) => pageOfStage(tx, query))),
  serve(api.exportStage, (ctx, { query: { format, language, ...filter }, headers }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'lifecycle.export');
      return writeTable(
        { format, language: languageOf(headers, language) },
        {
          name: 'pipeline',
          columns: STAGE_COLUMNS,
          rows: everyRow(async (page) => {
            const { items, nextCursor } = await pageOfStage(tx, { ...filter, ...page });
            const owners = [...new Set(items.flatMap((card) => card.ownerMemberId ?? []))];
            const keepers = await namesOfMembers(tx, owners);
            return {
              items: items.map((card) => ({
                ...card,
                keeper: card.ownerMemberId && (keepers.get(card.ownerMemberId) ?? null),
                sinceDay: businessDateOf(card.since, tx.zone),
              })),
              nextCursor,
            };
          }),
        },
      );
    }),
  ),
  serve(api.readNextSteps, (ctx, { query: { partnerIds } }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'lifecycle.read');
      const known = await partnersById(tx, partnerIds);
      const standings = await standingOf(
        tx,
        known.map((partner) => partner.id),
      );
      const items = [];
      for (const [, { partnerId, path, stage }] of standings) {
        const step = wayOn(path, stage);
        if (!step) continue;
        const missing = missingOf(await lookAtGate(tx, step, { partnerId, path, details: {} })).length;
        items.push({ partnerId, to: step.to, missing });
      }
      return { items };
    }),
  ),
  serve(api.readConversion, (ctx, { query }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'lifecycle.read');
      const to = query.to ? businessDate(query.to) : businessDateOf(tx.now(), tx.zone);
      const from = query.from ? businessDate(query.from) : addDays(to, -DAYS_LOOKED_BACK);
      const time = { from: startOfDay(from, tx.zone), to: startOfDay(addDays(to, 1), tx.zone) };
      const flows = new Map((await flowOfStages(tx, time)).map((flow) => [flow.stage, flow]));
      const nobody = { entered: 0, wentOn: 0, declined: 0, stillHere: 0, medianDays: null };
      return {
        from,
        to,
        stages: api.STAGES.map((stage) => flows.get(stage) ?? { stage, ...nobody }),
        acceptance: acceptanceOf(await decisionsOn(tx, time)),
      };
    }),
  ),
  serve(api.readNorms, (ctx) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'lifecycle.read');
      return { norms: await normsOf(tx) };
    }),
  ),
  serve(api.setNorms, async (ctx, { body }) => ({ norms: await setNorms(ctx, body) })),
];

async function pageOfStage(tx: Tx, query: z.output<typeof api.listStage.query>) {
  permit(tx, rights, 'lifecycle.read');
  const { q, cursor, limit, ...filter } = query;
  const norms = await normsOf(tx);
  const rows = await listCards(
    tx,
    { ...filter, search: searchPatterns(q) },
    { after: decodeCursor(cursor), limit },
  );
  const page = pageFrom(rows, limit, (row) => ({ value: row.since.toISOString(), id: row.partnerId }));
  return { ...page, items: page.items.map((row) => presentCard(tx, row, norms)) };
}

const STAGE_COLUMNS: readonly TableColumn<
  ReturnType<typeof presentCard> & { readonly keeper: string | null; readonly sinceDay: string }
>[] = [
  { title: { ru: 'Партнёр: номер в системе', en: 'Partner id' }, value: (card) => card.partnerId },
  { title: { ru: 'Партнёр', en: 'Partner' }, value: (card) => card.name },
  { title: { ru: 'Зачем мы вместе', en: 'Purpose' }, value: (card) => card.purpose },
  { title: { ru: 'Город', en: 'City' }, value: (card) => card.city },
  { title: { ru: 'Ведёт', en: 'Kept by' }, value: (card) => card.keeper },
  {
    title: { ru: 'Этап', en: 'Stage' },
    value: (card) => said(card.stage, { ru: words.ru.stage, en: words.en.stage }),
  },
  {
    title: { ru: 'Путь', en: 'Path' },
    value: (card) => said(card.path, { ru: words.ru.path, en: words.en.path }),
  },
  { title: { ru: 'На этапе с', en: 'Since' }, value: (card) => dayCell(card.sinceDay) },
  { title: { ru: 'Дней на этапе', en: 'Days in stage' }, value: (card) => card.days },
  { title: { ru: 'Норма, дней', en: 'Norm, days' }, value: (card) => card.norm },
  { title: { ru: 'Вернётся', en: 'Returns on' }, value: (card) => dayCell(card.returnOn) },
  { title: { ru: 'Принят как есть', en: 'Taken as it is' }, value: (card) => (card.takenOver ? 1 : 0) },
];
