import { rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import path from 'node:path';
import { createLink, setLinkSettings } from '@mosty/tracking';
import { look, migrate } from '@mosty/kernel/db';
import { openDatabase, temporaryFolder } from '@mosty/server/database';
import { testWorkspace } from '@mosty/testkit';
import { sql } from 'kysely';
import { child } from './process/child.ts';
import { affiliateAgreement } from './redirect/company.ts';
import { median } from './sale/load.ts';

/**
 * A tracked redirect, its click on the disk before the answer, beside a bare `node:http` server that answers 302 and keeps
 * nothing. Server and load are processes of their own; rounds alternate, medians are compared. CPU is the server's own, of
 * warm servers: `ours` with its loader at work, `waiting` while the database takes no clicks.
 */
const ROUNDS = 5;
const SECONDS = 4;
const WARM_SECONDS = 2;
const CONNECTIONS = 64;

interface Round {
  readonly rps: number;
  readonly p99: number;
  readonly cpuMicros: number;
  readonly answered: number;
}

const folder = temporaryFolder('mosty-bench-');
const opened = await openDatabase({ dataDir: path.join(folder, 'data'), log: () => {} });
try {
  await migrate(opened.ownerUrl);
  const world = await testWorkspace(opened, { startAt: new Date() });
  await setLinkSettings(world.contextOf('head'), {
    floorPpm: 0n,
    ourDiscountPpm: 0n,
    destinations: [{ host: 'shop.example', withSubdomains: false }],
    domains: [],
  });
  await createLink(world.contextOf('manager'), {
    agreementId: await affiliateAgreement(world.system),
    key: 'bench',
    destination: 'https://shop.example/catalogue',
  });
  const ours: Round[] = [];
  const waiting: Round[] = [];
  const bare: Round[] = [];
  for (let turn = 1; turn <= ROUNDS; turn += 1) {
    const seen = {
      bare: await round('bare', []),
      waiting: await round('waiting', [opened.appUrl, path.join(folder, 'waiting')]),
      ours: await round('ours', [opened.appUrl, path.join(folder, 'clicks')]),
    };
    bare.push(seen.bare);
    waiting.push(seen.waiting);
    ours.push(seen.ours);
    console.log(
      `round ${turn}: bare ${say(seen.bare)}   waiting ${say(seen.waiting)}   ours ${say(seen.ours)}   ` +
        `of bare ${(seen.ours.rps / seen.bare.rps).toFixed(2)}   load ${loadavg()[0]?.toFixed(1)}`,
    );
  }
  const kept = await look(world.system, (tx) =>
    sql<{ clicks: number }>`SELECT count(*)::int AS clicks FROM tracking.click`.execute(tx.db),
  );
  await world.close();
  const of = (rounds: readonly Round[], what: keyof Round) => median(rounds.map((one) => one[what]));
  const ratio = of(ours, 'rps') / of(bare, 'rps');
  const cpuRatio = of(ours, 'cpuMicros') / of(bare, 'cpuMicros');
  const p99 = of(ours, 'p99');
  const rounded = (value: number) => Math.round(value * 100) / 100;
  console.log(
    JSON.stringify({
      name: 'redirect',
      ours: Math.round(of(ours, 'rps')),
      reference: Math.round(of(bare, 'rps')),
      ratio: rounded(ratio),
      goal: '≥ 0.5 of bare rps, ≤ 1.6 × its CPU, p99 < 30 ms at 64 connections',
      met: ratio >= 0.5 && cpuRatio <= 1.6 && p99 < 30,
      cpuMicros: rounded(of(ours, 'cpuMicros')),
      cpuMicrosOfBare: rounded(of(bare, 'cpuMicros')),
      cpuRatio: rounded(cpuRatio),
      cpuMicrosWaiting: rounded(of(waiting, 'cpuMicros')),
      rpsWaiting: Math.round(of(waiting, 'rps')),
      p99Ms: rounded(p99),
      p99MsOfBare: rounded(of(bare, 'p99')),
      clicksKept: kept.rows[0]?.clicks,
    }),
  );
} finally {
  await opened.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** A server and a load, each a process of its own. */
async function round(kind: 'bare' | 'ours' | 'waiting', told: readonly string[]): Promise<Round> {
  const server = child('redirect/server.ts', kind, ...told);
  const port = await server.line();
  const loaded = async (seconds: number) => {
    const load = child('redirect/load.ts', port, String(CONNECTIONS), String(seconds));
    const seen = JSON.parse(await load.line()) as { answered: number; rps: number; p99: number };
    await load.end();
    server.tell('cpu');
    const { cpuMicros } = JSON.parse(await server.line()) as { cpuMicros: number };
    return { ...seen, cpuMicros: cpuMicros / seen.answered };
  };
  await loaded(WARM_SECONDS);
  const seen = await loaded(SECONDS);
  await server.end();
  return seen;
}

function say(one: Round): string {
  return `${Math.round(one.rps)}/s ${one.cpuMicros.toFixed(1)} µs p99 ${one.p99.toFixed(1)} ms`;
}
