import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { journeysOf, type Journey } from './journeys.ts';
import { markov } from './markov.ts';
import { shapley } from './shapley.ts';
import { sharedCredit, shares, type Sharing } from './shared-credit.ts';

const MODELS: readonly Sharing[] = [
  { model: 'first' },
  { model: 'last' },
  { model: 'linear' },
  { model: 'position', first: 0.4, last: 0.4 },
  { model: 'time_decay', halfLife: 1 },
];
const journeys = fc.array(
  fc.record<Journey>({
    path: fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 6 }),
    won: fc.nat(20),
    lost: fc.nat(20),
  }),
  { minLength: 1, maxLength: 30 },
);
const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);
const won = (told: readonly Journey[]) => sum(told.map((journey) => journey.won));
const named = (players: readonly string[], credit: Float64Array) =>
  Object.fromEntries(players.map((player, place) => [player, credit[place] as number]));

describe('sharing one journey', () => {
  it.each(MODELS)('by $model: shares sum to one, whatever the length', (sharing) => {
    for (let count = 1; count < 40; count += 1) expect(sum(shares(sharing, count))).toBeCloseTo(1, 12);
  });

  it('by position is 40/20/40, and of two touches half each', () => {
    const position: Sharing = { model: 'position', first: 0.4, last: 0.4 };
    expect([...shares(position, 1)]).toEqual([1]);
    expect([...shares(position, 2)]).toEqual([0.5, 0.5]);
    expect([...shares(position, 4)].map((share) => share.toFixed(6))).toEqual([
      '0.400000',
      '0.100000',
      '0.100000',
      '0.400000',
    ]);
  });

  it('by time: a step back weighs half', () => {
    const [older, newer] = shares({ model: 'time_decay', halfLife: 1 }, 2);
    expect((newer as number) / (older as number)).toBeCloseTo(2, 12);
  });
});

describe('over many journeys', () => {
  it('nothing is credited that was not bought, and all of it is', () => {
    fc.assert(
      fc.property(journeys, (told) => {
        const columns = journeysOf(told);
        for (const sharing of MODELS)
          expect(sum(sharedCredit(columns, columns.won, sharing))).toBeCloseTo(won(told), 6);
        expect(sum(shapley(columns, columns.won))).toBeCloseTo(won(told), 6);
      }),
    );
  });

  it('linear and Shapley do not care about the order of touches', () => {
    fc.assert(
      fc.property(journeys, (told) => {
        const turned = told.map((journey) => ({ ...journey, path: journey.path.toReversed() }));
        for (const credit of [
          (columns: ReturnType<typeof journeysOf>) => sharedCredit(columns, columns.won, { model: 'linear' }),
          (columns: ReturnType<typeof journeysOf>) => shapley(columns, columns.won),
        ]) {
          const [one, other] = [journeysOf(told), journeysOf(turned)];
          const [here, there] = [named(one.players, credit(one)), named(other.players, credit(other))];
          for (const player of one.players) expect(there[player]).toBeCloseTo(here[player] as number, 6);
        }
      }),
    );
  });

  it('Shapley is the average of marginal worth over every order of arrival', () => {
    fc.assert(
      fc.property(journeys, (told) => {
        const columns = journeysOf(told);
        const closed = named(columns.players, shapley(columns, columns.won));
        const slow = byDefinition(columns.players, told);
        for (const player of columns.players) expect(closed[player]).toBeCloseTo(slow[player] as number, 6);
      }),
      { numRuns: 40 },
    );
  });

  it('Markov: what one inverse says equals solving the chain without each player', () => {
    fc.assert(
      fc.property(journeys, (told) => {
        const columns = journeysOf(told);
        const { conversion, removalEffect, credit } = markov(columns);
        expect(conversion).toBeCloseTo(chance(told, null), 6);
        if (conversion === 0) return;
        columns.players.forEach((player, place) => {
          expect(removalEffect[place]).toBeCloseTo(1 - chance(told, player) / conversion, 6);
        });
        expect(sum(credit)).toBeCloseTo(won(told), 6);
      }),
    );
  });

  it('one who steps in front of others’ purchases gets less by what is lost without him than by the last click', () => {
    const columns = journeysOf([
      { path: ['blog', 'coupon'], won: 40, lost: 0 },
      { path: ['blog'], won: 60, lost: 20 },
    ]);
    const last = named(columns.players, sharedCredit(columns, columns.won, { model: 'last' }));
    const { removalEffect, credit } = markov(columns);
    expect(last['coupon']).toBe(40);
    expect(named(columns.players, removalEffect)['coupon']).toBeCloseTo(0.4, 12);
    expect(named(columns.players, credit)['coupon']).toBeCloseTo((100 * 0.4) / 1.4, 9);
  });
});

function byDefinition(players: readonly string[], told: readonly Journey[]): Record<string, number> {
  const worth = (set: ReadonlySet<string>) =>
    won(told.filter(({ path }) => path.every((player) => set.has(player))));
  const values: Record<string, number> = Object.fromEntries(players.map((player) => [player, 0]));
  const orders = permutations(players);
  for (const order of orders) {
    const come = new Set<string>();
    for (const player of order) {
      const before = worth(come);
      come.add(player);
      values[player] = (values[player] as number) + (worth(come) - before) / orders.length;
    }
  }
  return values;
}

function permutations(all: readonly string[]): string[][] {
  if (all.length <= 1) return [[...all]];
  return all.flatMap((first) =>
    permutations(all.filter((one) => one !== first)).map((rest) => [first, ...rest]),
  );
}

/** The chance of a purchase by walking the chain step by step until nothing is left on the way. */
function chance(told: readonly Journey[], without: string | null): number {
  const moves = new Map<string, Map<string, number>>();
  const add = (from: string, to: string, times: number) => {
    const row = moves.get(from) ?? new Map<string, number>();
    moves.set(from, row.set(to, (row.get(to) ?? 0) + times));
  };
  for (const { path, won: bought, lost } of told) {
    ['start', ...path].forEach((from, step) => {
      const to = path[step];
      if (to !== undefined) add(from, to, bought + lost);
    });
    add(path.at(-1) as string, 'bought', bought);
    add(path.at(-1) as string, 'nothing', lost);
  }
  let there = new Map([['start', 1]]);
  let reached = 0;
  for (let step = 0; step < 5_000; step += 1) {
    const next = new Map<string, number>();
    for (const [from, mass] of there) {
      const row = moves.get(from) ?? new Map<string, number>();
      const all = sum(row.values());
      for (const [to, times] of row) {
        const moved = all === 0 ? 0 : (mass * times) / all;
        if (to === 'bought') reached += moved;
        else if (to !== 'nothing' && to !== without) next.set(to, (next.get(to) ?? 0) + moved);
      }
    }
    there = next;
    if (sum(there.values()) < 1e-12) break;
  }
  return reached;
}

const DATA = path.resolve(import.meta.dirname, '../../../../../shared/data');
const PATHS = path.join(DATA, 'pathdata/paths.csv.gz');

type Credits = Record<string, { readonly conversions: number; readonly value: number }>;

interface Reference {
  readonly totals: { readonly conversions: number };
  readonly channels: readonly string[];
  readonly first_touch: Credits;
  readonly last_touch: Credits;
  readonly linear: Credits;
}

describe.runIf(existsSync(PATHS))('ten thousand published paths', () => {
  it('first, last and linear equal the reference, in purchases and in money', () => {
    const rows = gunzipSync(readFileSync(PATHS))
      .toString()
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(';'));
    const columns = journeysOf(
      rows.map(([steps, bought, , lost]) => ({
        path: (steps as string).split(' > '),
        won: Number(bought),
        lost: Number(lost),
      })),
    );
    const money = Float64Array.from(rows, ([, , value]) => Number(value));
    const reference = JSON.parse(
      readFileSync(path.join(DATA, 'reference-answers/pathdata.json'), 'utf8'),
    ) as Reference;
    for (const [told, sharing] of [
      ['first_touch', { model: 'first' }],
      ['last_touch', { model: 'last' }],
      ['linear', { model: 'linear' }],
    ] as const) {
      const purchases = named(columns.players, sharedCredit(columns, columns.won, sharing));
      const value = named(columns.players, sharedCredit(columns, money, sharing));
      expect(columns.players.toSorted()).toEqual(reference.channels);
      for (const player of columns.players) {
        expect(purchases[player]).toBeCloseTo(reference[told][player]?.conversions as number, 4);
        expect(value[player]).toBeCloseTo(reference[told][player]?.value as number, 3);
      }
    }
    expect(sum(shapley(columns, columns.won))).toBeCloseTo(reference.totals.conversions, 4);
    expect(sum(markov(columns).credit)).toBeCloseTo(reference.totals.conversions, 4);
  });
});
