import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { markov, shapley, sharedCredit, type Journeys } from '@mosty/attribution';
import { openDatabase, temporaryFolder } from '@mosty/server/database';
import { openDuckDb } from './attribution/duckdb.ts';
import { tellJourneys } from './attribution/generate.ts';
import { median } from './sale/load.ts';

/**
 * Credit of every partner over a million journeys: ours on columns in memory, beside the same questions in SQL on the
 * product's PostgreSQL, and in DuckDB where npm gives it. The R package of the literature is not measured here.
 * Answers are compared before times are.
 */
const JOURNEYS = Number(process.env['JOURNEYS'] ?? 1_000_000);
const ROUNDS = 5;
const CHUNK = 400_000;

/** First, last and linear credit of sales in one statement, of tables `journey (id, won)` and `touch (…)`. */
const CREDIT = `
  WITH placed AS (
    SELECT t.partner, t.position, count(*) OVER (PARTITION BY t.journey) AS touches
    FROM touch t JOIN journey j ON j.id = t.journey WHERE j.won
  )
  SELECT partner,
    sum(CASE WHEN position = 0 THEN 1.0 ELSE 0 END) AS first_credit,
    sum(CASE WHEN position = touches - 1 THEN 1.0 ELSE 0 END) AS last_credit,
    sum(1.0 / touches) AS linear_credit
  FROM placed GROUP BY partner ORDER BY partner`;

type Credit = readonly [first: Float64Array, last: Float64Array, linear: Float64Array];

const told = tellJourneys(JOURNEYS);
const folder = temporaryFolder('mosty-bench-');
const opened = await openDatabase({ dataDir: path.join(folder, 'data'), log: () => {} });
const client = new pg.Client({ connectionString: opened.ownerUrl });
try {
  await client.connect();
  const touches = told.touches.length;
  console.log(`${JOURNEYS} journeys, ${touches} touches, ${told.players.length} partners`);
  const ours = await timed('ours: first, last, linear', async () => oursOf(told));
  const decay = await timed('ours: time decay', async () =>
    sharedCredit(told, told.won, { model: 'time_decay', halfLife: 1 }),
  );
  const position = await timed('ours: position 40/20/40', async () =>
    sharedCredit(told, told.won, { model: 'position', first: 0.4, last: 0.4 }),
  );
  const byShapley = await timed('ours: Shapley', async () => shapley(told, told.won));
  const byMarkov = await timed('ours: exact Markov', async () => markov(told));

  await fill(client);
  const sql = await timed(
    'PostgreSQL: first, last, linear',
    async () => (await client.query<Record<string, string>>(CREDIT)).rows,
    3,
  );
  same(
    ours.result,
    sql.result.map((row) =>
      ['first_credit', 'last_credit', 'linear_credit'].map((name) => Number(row[name])),
    ),
    'PostgreSQL',
  );
  const duck = await duckDb();
  const goal = duck === null ? '≤ 0.5 × DuckDB (not measured)' : '≤ 0.5 × DuckDB';
  const reference = duck ?? sql.ms;
  console.log(
    JSON.stringify({
      name: 'attribution',
      ours: round(ours.ms),
      reference: round(reference),
      ratio: round(ours.ms / reference),
      goal,
      met: duck === null ? null : ours.ms <= 0.5 * duck,
      beside: duck === null ? 'PostgreSQL' : 'DuckDB',
      unit: 'ms',
      journeys: JOURNEYS,
      touches,
      others: {
        decay: round(decay.ms),
        position: round(position.ms),
        shapley: round(byShapley.ms),
        markov: round(byMarkov.ms),
        postgresql: round(sql.ms),
      },
    }),
  );
} finally {
  await client.end();
  await opened.stop();
  rmSync(folder, { recursive: true, force: true });
}

function oursOf(journeys: Journeys): Credit {
  return [
    sharedCredit(journeys, journeys.won, { model: 'first' }),
    sharedCredit(journeys, journeys.won, { model: 'last' }),
    sharedCredit(journeys, journeys.won, { model: 'linear' }),
  ];
}

async function timed<T>(
  what: string,
  work: () => Promise<T>,
  rounds = ROUNDS,
): Promise<{ ms: number; result: T }> {
  let result = await work();
  const times: number[] = [];
  for (let at = 0; at < rounds; at += 1) {
    const began = performance.now();
    result = await work();
    times.push(performance.now() - began);
  }
  const ms = median(times);
  console.log(`${what}: ${ms.toFixed(1)} ms (median of ${rounds})`);
  return { ms, result };
}

async function fill(to: pg.Client): Promise<void> {
  await to.query(`CREATE TEMP TABLE journey (id int, won boolean);
    CREATE TEMP TABLE touch (journey int, position smallint, partner smallint)`);
  const ids = Array.from({ length: JOURNEYS }, (_, id) => id);
  for (let from = 0; from < JOURNEYS; from += CHUNK) {
    const chunk = ids.slice(from, from + CHUNK);
    await to.query('INSERT INTO journey SELECT * FROM unnest($1::int[], $2::boolean[])', [
      chunk,
      chunk.map((id) => told.won[id] === 1),
    ]);
  }
  for (const [journeys, positions, partners] of chunksOfTouches())
    await to.query('INSERT INTO touch SELECT * FROM unnest($1::int[], $2::smallint[], $3::smallint[])', [
      journeys,
      positions,
      partners,
    ]);
  await to.query('ANALYZE journey; ANALYZE touch');
}

function* chunksOfTouches(): Generator<[number[], number[], number[]]> {
  let chunk: [number[], number[], number[]] = [[], [], []];
  for (let journey = 0; journey < JOURNEYS; journey += 1) {
    const from = told.starts[journey] ?? 0;
    const end = told.starts[journey + 1] ?? 0;
    for (let at = from; at < end; at += 1) {
      chunk[0].push(journey);
      chunk[1].push(at - from);
      chunk[2].push(told.touches[at] ?? 0);
    }
    if (chunk[0].length < CHUNK) continue;
    yield chunk;
    chunk = [[], [], []];
  }
  yield chunk;
}

/** Milliseconds of the same statement in DuckDB over the same tables, or null and why. */
async function duckDb(): Promise<number | null> {
  const duck = await openDuckDb(path.join(folder, 'duckdb'));
  if (typeof duck === 'string') {
    console.log(duck);
    return null;
  }
  const [journeyFile, touchFile] = [path.join(folder, 'journey.csv'), path.join(folder, 'touch.csv')];
  writeFileSync(journeyFile, Array.from(told.won, (one, id) => `${id},${one === 1}\n`).join(''));
  for (const [journeys, positions, partners] of chunksOfTouches())
    appendFileSync(
      touchFile,
      journeys.map((journey, at) => `${journey},${positions[at]},${partners[at]}\n`).join(''),
    );
  await duck.run('CREATE TABLE journey (id INTEGER, won BOOLEAN)');
  await duck.run('CREATE TABLE touch (journey INTEGER, position SMALLINT, partner SMALLINT)');
  await duck.run(`COPY journey FROM '${journeyFile}' (FORMAT csv, HEADER false)`);
  await duck.run(`COPY touch FROM '${touchFile}' (FORMAT csv, HEADER false)`);
  const { ms, result } = await timed('DuckDB: first, last, linear', async () =>
    (await duck.runAndReadAll(CREDIT)).getRows(),
  );
  same(
    oursOf(told),
    result.map((row) => row.slice(1).map(Number)),
    'DuckDB',
  );
  return ms;
}

/** A benchmark of another answer measures nothing. */
function same(credit: Credit, rows: readonly (readonly number[])[], whose: string): void {
  rows.forEach((row, partner) =>
    row.forEach((theirs, model) => {
      const own = credit[model]?.[partner] ?? 0;
      if (Math.abs(own - theirs) > 1e-6 * Math.max(1, own))
        throw new Error(`${whose} says ${theirs} of ${told.players[partner]}, we say ${own}`);
    }),
  );
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
