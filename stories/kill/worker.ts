import { contextOfMember } from '@mosty/identity';
import { settleRefunds, settleSales } from '@mosty/incentives';
import { openPool } from '@mosty/kernel/db';
import { Refusal } from '@mosty/kernel/refusal';
import {
  approvePayoutBatch,
  makePayoutBatch,
  markPaid,
  previewPayoutBatch,
  sendPayoutBatch,
} from '@mosty/payouts';

/**
 * Works until it is killed: records sales and refunds, makes and pays payouts, and says aloud what it was told is done.
 * node worker.ts APP_URL WORKSPACE FINANCE OWNER ROUND
 */
const [appUrl = '', workspace = '', finance = '', owner = '', round = ''] = process.argv.slice(2);
const database = openPool(appUrl, 3);
const byFinance = await contextOfMember(database, workspace, finance);
const byOwner = await contextOfMember(database, workspace, owner);

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function sell(): Promise<void> {
  for (let place = 0; ; place += 1) {
    const keys = Array.from({ length: 7 }, (_, index) => `kill-${round}-${place}-${index}`);
    const at = new Date(Date.now() - 60_000);
    await settleSales(byFinance, {
      source: 'kill',
      sales: keys.map((externalId, index) => ({
        externalId,
        clientExternalId: index % 2 === 0 ? 'C1' : 'C2',
        occurredAt: at,
        currency: 'RUB',
        amountMicro: 10_000_000_000n,
      })),
    });
    for (const key of keys) say(`sale ${key}`);
    if (place % 3 === 2) {
      await settleRefunds(byFinance, {
        source: 'kill',
        refunds: [
          {
            externalId: `R-${keys[0]}`,
            saleExternalId: keys[0],
            link: 'sale',
            occurredAt: at,
            currency: 'RUB',
            amountMicro: 5_000_000_000n,
          },
        ],
      });
      say(`refund R-${keys[0]}`);
    }
  }
}

/** A sale or refund that comes while the list is made is a reason to look again, as it would be for a person. */
async function gather() {
  try {
    return (await makePayoutBatch(byFinance, { currency: 'RUB' })).batchId;
  } catch (error) {
    if (error instanceof Refusal && /money_moved|nothing_to_pay/.test(error.code)) return null;
    throw error;
  }
}

async function pay(): Promise<void> {
  for (;;) {
    const { chosen } = await previewPayoutBatch(byFinance, { currency: 'RUB' });
    if (chosen.length === 0) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      continue;
    }
    const batchId = await gather();
    if (!batchId) continue;
    await approvePayoutBatch(byOwner, { batchId });
    await sendPayoutBatch(byFinance, { batchId });
    const { paidMinor } = await markPaid(byFinance, { batchId });
    say(`paid ${batchId} ${paidMinor}`);
  }
}

say('ready');
await Promise.all([sell(), pay()]);
