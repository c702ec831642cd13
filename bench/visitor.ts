import { rmSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { look, migrate, openPool, refreshStatistics } from '@mosty/kernel/db';
import { openDatabase, temporaryFolder } from '@mosty/server/database';
import { testWorkspace } from '@mosty/testkit';
import { clicksOfVisitors } from '@mosty/tracking';
import { median } from './sale/load.ts';

/**
 * One visitor's touches among a million clicks of a year: by months, by right and by company, beside a plain indexed select
 * over the same rows in one table. Rounds alternate, medians are compared.
 */
const CLICKS = 1_000_000;
const VISITORS = 300_000;
const ASKS = 400;
const ROUNDS = 5;
const SINCE = new Date('2025-10-01T00:00:00Z');
const UNTIL = new Date('2025-12-30T00:00:00Z');

const folder = temporaryFolder('mosty-bench-');
const opened = await openDatabase({ dataDir: path.join(folder, 'data'), log: () => {} });
try {
  await migrate(opened.ownerUrl);
  const world = await testWorkspace(opened);
  const owner = new pg.Client({ connectionString: opened.ownerUrl });
  // Closed under it only where something failed before, which is then what is told.
  owner.on('error', () => {});
  await owner.connect();
  await owner.query("SELECT tracking.make_click_months('2025-01-01', '2025-12-31')");
  await owner.query(
    `INSERT INTO tracking.click (workspace_id, visitor_id, clicked_at, id, link_id, partner_id, agreement_id, verdict, why,
       destination, consented)
     SELECT $1::uuid, 'vis_' || (g::bigint * 7919) % $3::bigint, timestamptz '2025-01-01 00:00+00' + g * interval '31 seconds',
       'clk_' || g, 'lnk_' || g % 500, 'par_' || g % 100, 'agr_' || g % 100, 'human', 'person', 'https://shop.example/', true
     FROM generate_series(1, $2::int) g`,
    [world.workspaceId, CLICKS, VISITORS],
  );
  await owner.query(
    'CREATE TABLE public.plain AS SELECT visitor_id, clicked_at, id, link_id, partner_id, agreement_id FROM tracking.click',
  );
  await owner.query('CREATE INDEX ON public.plain (visitor_id, clicked_at)');
  await owner.query('VACUUM ANALYZE');
  const database = openPool(opened.appUrl, 1);
  await refreshStatistics(database);

  const visitor = (place: number) => `vis_${(place * 104_729) % VISITORS}`;
  const ours: number[] = [];
  const plain: number[] = [];
  let touches = 0;
  for (let turn = 0; turn <= ROUNDS; turn += 1) {
    const oursNow = await look(world.system, (tx) =>
      each(async (place) => {
        touches += (await clicksOfVisitors(tx, [visitor(place)], SINCE, UNTIL)).length;
      }),
    );
    const plainNow = await each(async (place) => {
      await owner.query(
        'SELECT * FROM public.plain WHERE visitor_id = $1 AND clicked_at BETWEEN $2 AND $3 ORDER BY clicked_at',
        [visitor(place), SINCE, UNTIL],
      );
    });
    if (turn === 0) continue;
    ours.push(oursNow);
    plain.push(plainNow);
    console.log(`round ${turn}: ours ${oursNow.toFixed(3)} ms   plain ${plainNow.toFixed(3)} ms`);
  }
  await owner.end();
  await database.close();
  await world.close();
  const [our, reference] = [median(ours), median(plain)];
  const rounded = (value: number) => Math.round(value * 1_000) / 1_000;
  console.log(
    JSON.stringify({
      name: 'visitor',
      ours: rounded(our),
      reference: rounded(reference),
      ratio: rounded(our / reference),
      goal: 'a look-up of the key: milliseconds beside a plain indexed select',
      met: our < 2,
      clicks: CLICKS,
      touches,
    }),
  );
} finally {
  await opened.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Milliseconds of one, the median of many. */
async function each(ask: (place: number) => Promise<void>): Promise<number> {
  const took: number[] = [];
  for (let place = 0; place < ASKS; place += 1) {
    const begin = performance.now();
    await ask(place);
    took.push(performance.now() - begin);
  }
  return median(took);
}
