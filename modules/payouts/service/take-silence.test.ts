import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startRounds, systemContext } from '@mosty/identity';
import { look } from '@mosty/kernel/db';
import { month } from '@mosty/kernel/time';
import { listStatements } from '../store/statements.ts';
import { closeMonth } from './close-month.ts';
import { firm, type Firm } from './payouts.fixture.ts';
import { sendStatements } from './send-statements.ts';
import { takeSilence } from './take-silence.ts';

let the: Firm;
beforeAll(async () => {
  the = await firm();
});
afterAll(() => the?.close());

it('by itself silence becomes consent when the days to object are over; a fault in one company stops no other', async () => {
  await the.partner('Тихий');
  await the.sale('Тихий', 100_000_00n, '2026-01-15T10:00:00Z');
  await closeMonth(the.finance, { month: month('2026-01') });
  await sendStatements(the.finance, { month: month('2026-01') });
  the.now('2026-06-01T00:00:00Z');
  const { database, clock, ids } = the.world;
  const faults: unknown[] = [];
  let asked = 0;
  const rounds = startRounds({
    database,
    rounds: [takeSilence],
    everyMs: 50,
    onFault: (error) => faults.push(error),
    contextOf: (workspaceId, job) => {
      asked += 1;
      if (asked === 1) return Promise.reject(new Error('no such company'));
      return systemContext(database, workspaceId, job, { clock, ids });
    },
  });
  await vi.waitFor(async () => {
    const [found] = await look(the.system, (tx) => listStatements(tx, { limit: 1 }));
    expect(found?.state).toBe('accepted_by_silence');
  }, 10_000);
  await rounds.stop();
  expect(faults).toHaveLength(1);
});
