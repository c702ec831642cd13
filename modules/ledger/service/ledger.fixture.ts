import pg from 'pg';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { month } from '@mosty/kernel/time';
import { testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import type { PartnerAccountKind } from '../contract/accounts.ts';
import type { Posting } from '../domain/posting.ts';
import { postTransactions, type Posted } from './post-transactions.ts';

export interface Books {
  readonly world: World;
  readonly ctx: Context;
  readonly db: TestDatabase;
  /** Some partners' ids; the ledger does not ask whether they exist. */
  readonly partners: readonly Id<'partner'>[];
  post(...postings: Posting[]): Promise<Posted>;
  /** Runs statements as the owner of the tables, in a transaction of their own. */
  asOwner(...statements: string[]): Promise<void>;
  close(): Promise<void>;
}

export async function books(): Promise<Books> {
  const db = await testDatabase();
  const world = await testWorkspace(db, { connections: 10 });
  const ctx = world.system;
  return {
    world,
    ctx,
    db,
    partners: Array.from({ length: 5 }, () => world.ids.next('partner', world.clock.now())),
    post: (...postings) => transact(ctx, (tx) => postTransactions(tx, postings)),
    async asOwner(...statements) {
      const client = new pg.Client({ connectionString: db.ownerUrl });
      await client.connect();
      try {
        await client.query(`BEGIN; SET LOCAL app.workspace_id = '${world.workspaceId}'`);
        for (const statement of statements) await client.query(statement);
        await client.query('COMMIT');
      } finally {
        await client.end();
      }
    },
    async close() {
      await world.close();
      await db.drop();
    },
  };
}

let sources = 0;

/** Expense to a partner's account: the shape of an accrual. */
export function owing(
  partnerId: Id<'partner'>,
  amountMinor: bigint,
  over: Partial<Posting> = {},
  kind: PartnerAccountKind = 'partner_pending',
): Posting {
  sources += 1;
  return {
    sourceKind: 'test',
    sourceId: `source-${sources}`,
    kind: 'accrue',
    effectiveAt: new Date('2026-02-10T12:00:00Z'),
    period: month('2026-02'),
    entries: [
      { account: { kind: 'commission_expense' }, amountMinor, currency: 'RUB' },
      { account: { kind, partnerId }, amountMinor: -amountMinor, currency: 'RUB' },
    ],
    ...over,
  };
}
