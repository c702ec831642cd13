import * as z from 'zod';
import { testDatabase, testWorkspace, textOf, type World } from '@mosty/testkit';
import { refreshStatistics, transact } from '@mosty/kernel/db';
import type { FileAnswer, Served } from '@mosty/kernel/http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BOOKS, CLASSES, type Book } from '../contract/class.ts';
import { METRICS } from '../contract/measure.ts';
import { rebuildRollups } from '../service/refresh-rollups.ts';
import { plantFacts, type Facts } from '../store/facts.fixture.ts';
import { channelRoutes } from './channel.ts';

/**
 * Money that is of no class. The company's paid revenue is what shares are of, and holds direct sales too; what is
 * owed to a partner goes to its one bank account in one sum, whatever it was earned under, and says nothing of what
 * was brought. That no answer sums what *was* is walked over the whole server in `stories/api`.
 */
const OF_NO_CLASS = ['companyPaidMinor', 'owedMinor'];
const SOUNDS_LIKE_A_SUM = /total|overall|combined|allclasses|partnersminor|sumof/i;

interface Shape {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly additionalProperties?: Shape | boolean;
}

/** Every money-like property, with whether an object around it says of which class it is. */
function moneyIn(shape: Shape, path: string, classed: boolean): { path: string; classed: boolean }[] {
  const properties = Object.entries(shape.properties ?? {});
  const here = classed || properties.some(([name]) => name === 'class');
  return [
    ...properties.flatMap(([name, inner]) => [
      ...(/minor$/i.test(name) || name === 'value' ? [{ path: `${path}.${name}`, classed: here }] : []),
      ...moneyIn(inner, `${path}.${name}`, here),
    ]),
    ...(shape.items ? moneyIn(shape.items, `${path}[]`, classed) : []),
    ...(shape.anyOf ?? []).flatMap((one) => moneyIn(one, path, classed)),
  ];
}

function namesIn(shape: Shape): string[] {
  const properties = Object.entries(shape.properties ?? {});
  return [
    ...properties.flatMap(([name, inner]) => [name, ...namesIn(inner)]),
    ...(shape.items ? namesIn(shape.items) : []),
    ...(shape.anyOf ?? []).flatMap(namesIn),
  ];
}

describe('no shape of the API sums the classes (S2.3)', () => {
  for (const { operation } of channelRoutes.filter((route) => route.operation.produces === undefined)) {
    it(operation.id, () => {
      const shape = z.toJSONSchema(operation.answer, { unrepresentable: 'any' }) as Shape;
      expect(namesIn(shape).length).toBeGreaterThan(0);
      expect(namesIn(shape).filter((name) => SOUNDS_LIKE_A_SUM.test(name))).toEqual([]);
      const unclassed = moneyIn(shape, operation.id, false).filter((money) => !money.classed);
      expect(
        unclassed.filter((money) => !OF_NO_CLASS.some((name) => money.path.endsWith(`.${name}`))),
      ).toEqual([]);
    });
  }
});

/** How many clients, sales, kopecks each book has: any sum of two classes is a number of its own. */
const COUNT: Record<Book, number> = { referral: 3, partner_sales: 50, alliance: 700, direct: 1_500 };
const MINOR: Record<Book, number> = {
  referral: 1_009,
  partner_sales: 70_013,
  alliance: 900_017,
  direct: 5_000_003,
};

/** One partner under three agreements, so that even its own figures could be summed by mistake. */
function companyOfThreeClasses(): Facts {
  const at = (place: number): string =>
    new Date(Date.UTC(2026, 1, 1, 8) + (place % 20) * 86_400_000).toISOString();
  const sales = BOOKS.flatMap((book) =>
    Array.from({ length: COUNT[book] }, (_none, place) => ({
      id: `sal_${book}_${place}`,
      clientId: `cus_${book}_${place}`,
      at: at(place),
      minor: MINOR[book],
      goodsMinor: null,
      book,
    })),
  );
  const credited = sales.filter((sale) => sale.book !== 'direct');
  return {
    partners: [{ id: 'par_00000000000000000000000001', name: 'Один на все случаи' }],
    agreements: CLASSES.map((name) => ({
      id: `agr_${name}`,
      partnerId: 'par_00000000000000000000000001',
      class: name,
      acceptedAt: '2025-12-01T08:00:00Z',
      launchedOn: '2025-12-02',
    })),
    clients: sales.map((sale) => ({ id: sale.clientId, name: sale.clientId })),
    sales: sales.map(({ book: _book, ...sale }) => sale),
    participants: credited.map((sale) => ({
      id: `ptp_${sale.id}`,
      saleId: sale.id,
      partnerId: 'par_00000000000000000000000001',
      agreementId: `agr_${sale.book}`,
      class: sale.book as (typeof CLASSES)[number],
      role: 'source',
    })),
    accruals: credited.map((sale) => ({
      id: `acr_${sale.id}`,
      saleId: sale.id,
      partnerId: 'par_00000000000000000000000001',
      agreementId: `agr_${sale.book}`,
      class: sale.book as (typeof CLASSES)[number],
      at: sale.at,
      minor: Math.floor(MINOR[sale.book] / 10) + 1,
    })),
    refunds: credited
      .filter((_sale, place) => place % 2 === 0)
      .map((sale) => ({
        id: `ref_${sale.id}`,
        saleId: sale.id,
        clientId: sale.clientId,
        at: sale.at,
        minor: 17,
        matched: true,
      })),
    costs: CLASSES.map((name) => ({
      id: `cst_${name}`,
      partnerId: 'par_00000000000000000000000001',
      class: name,
      on: '2026-02-03',
      minor: MINOR[name] * 7,
    })),
  };
}

function numbersIn(answer: unknown): number[] {
  if (typeof answer === 'number') return [answer];
  if (Array.isArray(answer)) return answer.flatMap(numbersIn);
  return answer !== null && typeof answer === 'object' ? Object.values(answer).flatMap(numbersIn) : [];
}

/** Every sum of two or three of the three classes, of every figure that has a class; 2 and 3 are anybody's. */
function forbidden(figures: readonly Readonly<Record<string, number>>[]): Set<number> {
  const sums = new Set<number>();
  for (const figure of figures) {
    const [a = 0, b = 0, c = 0] = CLASSES.map((name) => figure[name] ?? 0);
    for (const parts of [
      [a, b],
      [a, c],
      [b, c],
      [a, b, c],
    ]) {
      const sum = parts.reduce((total, part) => total + part, 0);
      if (parts.filter((part) => part !== 0).length > 1 && sum > 50) sums.add(sum);
    }
  }
  return sums;
}

describe('no answer of the API sums the classes (S2.3)', () => {
  let world: World;
  let db: Awaited<ReturnType<typeof testDatabase>>;
  const partnerId = 'par_00000000000000000000000001';

  async function ask(id: string, request: { params?: unknown; query?: unknown } = {}): Promise<unknown> {
    const { operation, handle } = channelRoutes.find((route) => route.operation.id === id) as Served;
    const answer = await handle(world.contextOf('owner'), {
      params: request.params ?? {},
      query: operation.query.parse(request.query ?? {}),
      body: undefined,
      remoteAddress: '',
      origin: 'http://localhost',
      headers: {},
    });
    return operation.produces === undefined ? operation.answer.parse(answer) : answer;
  }

  beforeAll(async () => {
    db = await testDatabase();
    world = await testWorkspace(db);
    await transact(world.system, (tx) => plantFacts(tx, companyOfThreeClasses()));
    await refreshStatistics(world.database);
    await rebuildRollups(world.system);
    await refreshStatistics(world.database);
  });

  afterAll(async () => {
    await world.close();
    await db.drop();
  });

  type Box = { class: string } & Record<string, { value: number; n: number }>;

  async function sumsOfClasses(): Promise<Set<number>> {
    const page = (await ask('readChannel')) as {
      boxes: Box[];
      metrics: { shares: { class: string; value: number }[] };
    };
    const names = ['clients', 'paid', 'refunds', 'commission', 'costs', 'cost'];
    const figure = (of: (box: Box) => number) =>
      Object.fromEntries(page.boxes.map((box) => [box.class, of(box)]));
    const figures = names.flatMap((name) => [
      figure((box) => box[name]?.value ?? 0),
      figure((box) => box[name]?.n ?? 0),
    ]);
    const shares = Object.fromEntries(page.metrics.shares.map((share) => [share.class, share.value]));
    expect(figures[0]).toEqual({ referral: 3, partner_sales: 50, alliance: 700 });
    return forbidden([...figures, shares]);
  }

  it('on the page, in the share line, of a partner, in a list of partners', async () => {
    const sums = await sumsOfClasses();
    expect(sums.size).toBeGreaterThan(30);
    const answers = [
      await ask('readChannel'),
      await ask('readShareLine'),
      await ask('readPartnerEconomics', { params: { partnerId } }),
    ];
    const file = (await ask('exportChannel')) as FileAnswer;
    const cells = (await textOf(file)).split(/[\r\n,]+/).map((cell) => Math.round(Number(cell) * 100));
    expect([...sums].filter((sum) => cells.includes(sum) || cells.includes(sum * 100))).toEqual([]);
    for (const answer of answers) expect(numbersIn(answer).filter((number) => sums.has(number))).toEqual([]);
  });

  it('behind any number, nor in its file', async () => {
    const sums = await sumsOfClasses();
    const opened: string[] = [];
    for (const metric of METRICS) {
      for (const book of [...BOOKS, undefined]) {
        const request = { params: { metric }, query: { class: book, limit: 100 } };
        const answer = await ask('openNumber', request).catch(() => null);
        if (answer === null) continue;
        opened.push(`${metric} ${book}`);
        expect(
          numbersIn(answer).filter((number) => sums.has(number)),
          opened.at(-1),
        ).toEqual([]);
        const file = (await ask('exportNumber', {
          params: { metric },
          query: { class: book },
        })) as FileAnswer;
        const [head, ...lines] = (await textOf(file)).trim().split('\r\n');
        const place = String(head).split(',').indexOf('class');
        const classes = new Set(lines.map((line) => line.split(',')[place]));
        expect(classes.size, `${metric} ${book}`).toBeLessThanOrEqual(1);
      }
    }
    expect(opened.length).toBeGreaterThan(30);
  }, 120_000);
});
