import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { createLink, setLinkSettings } from '@mosty/tracking';
import { look, migrate } from '@mosty/kernel/db';
import { openDatabase, temporaryFolder } from '@mosty/server/database';
import { testWorkspace } from '@mosty/testkit';
import { sql } from 'kysely';
import { affiliateAgreement } from './redirect/company.ts';
import { median } from './sale/load.ts';

/**
 * A tracked redirect, its click on the disk before the answer, beside a bare `node:http` server that answers 302 and keeps
 * nothing. Server and load are processes of their own; rounds alternate, medians are compared. CPU is the server's own.
 */
const ROUNDS = 5;
const SECONDS = 4;
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
  const bare: Round[] = [];
  // The first round of each warms both up.
  for (let turn = 0; turn <= ROUNDS; turn += 1) {
    const pair = [
      await round('bare', []),
      await round('ours', [opened.appUrl, path.join(folder, 'clicks')]),
    ] as const;
    if (turn === 0) continue;
    bare.push(pair[0]);
    ours.push(pair[1]);
    console.log(
      `round ${turn}: bare ${say(pair[0])}   ours ${say(pair[1])}   of bare ${(pair[1].rps / pair[0].rps).toFixed(2)}`,
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
      p99Ms: rounded(p99),
      p99MsOfBare: rounded(of(bare, 'p99')),
      clicksKept: kept.rows[0]?.clicks,
    }),
  );
} finally {
  await opened.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** A server and a load, each a process of its own; the server tells its processor time when it is asked to end. */
async function round(kind: 'bare' | 'ours', told: readonly string[]): Promise<Round> {
  const server = child('redirect/server.ts', kind, ...told);
  const port = await server.line();
  const load = child('redirect/load.ts', port, String(CONNECTIONS), String(SECONDS));
  const seen = JSON.parse(await load.line()) as { answered: number; rps: number; p99: number };
  server.process.stdin.end();
  const { cpuMicros } = JSON.parse(await server.line()) as { cpuMicros: number };
  await server.ended;
  return { ...seen, cpuMicros: cpuMicros / seen.answered };
}

function child(script: string, ...told: readonly string[]) {
  const process = spawn(globalThis.process.execPath, [path.join(import.meta.dirname, script), ...told], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  let rest = '';
  process.stdout.on('data', (chunk: Buffer) => {
    const all = (rest + chunk.toString()).split('\n');
    rest = all.pop() ?? '';
    lines.push(...all);
    process.emit('line');
  });
  const ended = once(process, 'close');
  const line = async (): Promise<string> => {
    while (lines.length === 0) {
      await Promise.race([
        once(process, 'line'),
        ended.then(() => Promise.reject(new Error(`${script} ended by itself`))),
      ]);
    }
    return lines.shift() ?? '';
  };
  return { process, ended, line };
}

function say(one: Round): string {
  return `${Math.round(one.rps)}/s ${one.cpuMicros.toFixed(1)} µs p99 ${one.p99.toFixed(1)} ms`;
}
