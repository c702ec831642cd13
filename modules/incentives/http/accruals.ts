import { may, namesOfMembers, permit } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { beyondPartner, look } from '@mosty/kernel/db';
import { decodeCursor, languageOf, pageFrom, serve, type Served } from '@mosty/kernel/http';
import { refuse } from '@mosty/kernel/refusal';
import { everyRow, writeTable } from '@mosty/kernel/table-file';
import { businessDate, businessDateOf } from '@mosty/kernel/time';
import type * as z from 'zod';
import * as api from '../contract/accruals.ts';
import { rights } from '../policy.ts';
import { approveAccruals } from '../service/approve-accruals.ts';
import { correctAccrual, previewCorrection } from '../service/correct-accrual.ts';
import { previewRecalculation, recalculate, type RecalculationShown } from '../service/recalculate.ts';
import { besideAccrual, listAccruals, readAccrual } from '../store/reading.ts';
import { accrualColumns } from './accrual-columns.ts';
import { presentAccrual } from './present-accrual.ts';

export const accrualRoutes: readonly Served[] = [
  serve(api.listAccruals, (ctx, { query }) => look(ctx, (tx) => pageOfAccruals(tx, query))),
  serve(api.exportAccruals, (ctx, { query: { format, language, ...filter }, headers }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'accrual.export');
      return writeTable(
        { format, language: languageOf(headers, language) },
        {
          name: 'accruals',
          columns: accrualColumns(tx.zone),
          rows: everyRow((page) => pageOfAccruals(tx, { ...filter, ...page })),
        },
      );
    }),
  ),
  serve(api.getAccrual, (ctx, { params }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'accrual.read');
      return showAccrual(tx, params.accrualId);
    }),
  ),
  serve(api.approveAccrualsNow, (ctx, { body }) => approveAccruals(ctx, body)),
  serve(api.previewAccrualCorrection, (ctx, { params, query }) =>
    previewCorrection(ctx, { ...params, becomesMinor: BigInt(query.becomesMinor) }),
  ),
  serve(api.postAccrualCorrection, (ctx, { params, body }) =>
    correctAccrual(ctx, {
      ...params,
      wasMinor: BigInt(body.wasMinor),
      becomesMinor: BigInt(body.becomesMinor),
      reason: body.reason,
    }),
  ),
  serve(api.previewAgreementRecalculation, async (ctx, { params, query }) =>
    presentDifferences(await previewRecalculation(ctx, { ...params, ...days(query) })),
  ),
  serve(api.postAgreementRecalculation, async (ctx, { params, body }) =>
    presentDifferences(await recalculate(ctx, { ...params, ...body, ...days(body) })),
  ),
];

async function pageOfAccruals(tx: Tx, query: z.output<typeof api.listAccruals.query>) {
  permit(tx, rights, 'accrual.read');
  const { cursor, limit, ...filter } = query;
  const after = decodeCursor(cursor);
  if (after && Number.isNaN(Date.parse(after.value))) refuse('invalid', 'request.cursor_malformed');
  const today = businessDateOf(tx.now(), tx.zone);
  // Sales and rules are the company's: a partner reads of them what stands behind its own accruals.
  const rows = await beyondPartner(tx, () => listAccruals(tx, { ...filter, today, after, limit: limit + 1 }));
  return pageFrom(rows, limit, (row) => ({ value: row.effectiveAt.toISOString(), id: row.id }));
}

async function showAccrual(tx: Tx, id: string) {
  const row =
    (await beyondPartner(tx, () => readAccrual(tx, id))) ?? refuse('not_found', 'incentives.no_accrual');
  const beside = await besideAccrual(tx, row.id, row.reversesId);
  const people = [row.author, row.approvedBy, row.schemeAuthor, row.schemeApprover, row.heldBy];
  const names = await namesOfMembers(
    tx,
    [...people, ...beside.map((other) => other.author)].filter((one) => one !== null),
  );
  return presentAccrual(row, beside, names, {
    today: businessDateOf(tx.now(), tx.zone),
    approve: may(tx, rights, 'accrual.approve'),
    hold: may(tx, rights, 'accrual.hold'),
    correct: may(tx, rights, 'accrual.correct'),
  });
}

function days({ from, to }: { from: string; to: string }) {
  return { from: businessDate(from), to: businessDate(to) };
}

function presentDifferences({ sales, digest, differences }: RecalculationShown) {
  return {
    sales,
    digest,
    differences: differences.map(({ subject, kind, currency, wasMinor, becomesMinor }) => ({
      saleId: subject.saleId,
      partnerId: subject.partnerId,
      kind,
      currency,
      wasMinor,
      becomesMinor,
    })),
  };
}
