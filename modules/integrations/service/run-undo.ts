import {
  refundsOfImport,
  reverseCostsOfImport,
  reverseRefunds,
  reverseSales,
  salesOfImport,
} from '@mosty/deals';
import { withdrawAttribution } from '@mosty/attribution';
import { reverseAccruals } from '@mosty/incentives';
import type { Context, Tx } from '@mosty/kernel/context';
import { addResults, NOTHING_APPLIED } from '../contract/result.ts';
import type { ImportFile } from '../store/files.ts';
import { hold, takeUp, type Work } from './hold.ts';

const BATCH = 1_000;

/**
 * Takes everything an import wrote back: sales and refunds are marked, their accruals reversed by linked entries.
 * What was paid out already becomes a debt of the partner. Partners and clients stay: others may know them by now.
 * Refunds go first, so that no sale is taken back under a refund that still counts.
 * @throws LetGo
 */
export async function runUndo(ctx: Context, work: Work): Promise<void> {
  await takeUp(ctx, work);
  for (;;) {
    const file = await hold(ctx, work, async (tx, held) => {
      const reversed =
        (await undoRefunds(tx, held)) || (await undoSales(tx, held)) || (await undoCosts(tx, held));
      const result = addResults(held.result ?? NOTHING_APPLIED, { reversed });
      if (reversed > 0) return { ...held, result, progress: held.progress + BigInt(reversed) };
      tx.audit({
        verb: 'integrations.finish_undo',
        subject: held.id,
        reason: reasonOf(held),
        change: { reversed: result.reversed },
      });
      return { ...held, state: 'undone', finishedAt: tx.now(), progress: held.progressOf, runToken: null };
    });
    if (file.state === 'undone') return;
  }
}

function reasonOf(file: ImportFile): string {
  return file.undoneReason ?? file.id;
}

async function undoRefunds(tx: Tx, file: ImportFile): Promise<number> {
  const refundIds = await refundsOfImport(tx, file.id, '', BATCH);
  if (refundIds.length === 0) return 0;
  await reverseAccruals(tx, { refundIds, reason: reasonOf(file) });
  await withdrawAttribution(tx, { subject: 'refund', ids: refundIds });
  await reverseRefunds(tx, { refundIds, reason: reasonOf(file) });
  return refundIds.length;
}

async function undoSales(tx: Tx, file: ImportFile): Promise<number> {
  const saleIds = await salesOfImport(tx, file.id, '', BATCH);
  if (saleIds.length === 0) return 0;
  // The sales first: a refund of theirs that is told meanwhile has then either been priced, or finds no sale.
  await reverseSales(tx, { saleIds, reason: reasonOf(file) });
  await reverseAccruals(tx, { saleIds, reason: reasonOf(file) });
  await withdrawAttribution(tx, { subject: 'sale', ids: saleIds });
  return saleIds.length;
}

async function undoCosts(tx: Tx, file: ImportFile): Promise<number> {
  if (file.kind !== 'costs') return 0;
  return (await reverseCostsOfImport(tx, { importId: file.id, reason: reasonOf(file) })).reversed;
}
