import { inflateRawSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Operation } from '@mosty/kernel/operation';
import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { appFor } from './app.ts';
import { addressOf, OPERATIONS, paramsOf, schemaOf } from './operations.ts';
import { CLASSES, companyOfThreeClasses, RETURNED, SOLD, SPENT } from './three-classes.ts';

/**
 * The three classes are never added up (S2.3): one partner under three agreements, and every read operation of the
 * server is asked, files included. No answer may hold a sum of what two or three classes sold, returned or cost us.
 * What we *owe* is another matter: `ONE_PURSE`.
 */
const READS = OPERATIONS.filter(({ method }) => method === 'GET');

/**
 * Who may hold a sum of commissions of different classes, and why. A partner has one bank account: what we owe it is
 * paid in one sum, whatever it was earned under. None of these says what the channel brought.
 */
const ONE_PURSE: Readonly<Record<string, string>> = {
  partnerMoney: 'what we owe this partner now; what it brought stands beside it by class',
  moneyOverview: 'what we owe everybody now',
  listOwed: 'what we owe each partner now',
  exportOwed: 'the same rows as a file',
  readPartnerFigures: 'what we owe now, beside what was brought by class',
  listStatements: 'a statement says what is due to a partner for a month: it is what both sides sign',
  exportStatements: 'the same rows as a file',
  getStatement: 'the same statement; its lines are by sale and name their class',
  getMonth: 'what a month leaves owed, closed for ever with a hash',
  listMonths: 'the same of every closed month',
  listBatches: 'how much leaves our account with a batch',
  getBatch: 'the same batch',
  exportPayouts: 'the same rows as a file',
  listPayouts: 'one transfer to one partner',
  getPayout: 'the same transfer',
  registerFile: 'what the bank is asked to transfer',
  listLedger: 'the movement of one transfer',
  exportLedger: 'the same rows as a file',
  readTrialBalance: 'our debt to all partners is one account of the ledger',
  exportTrialBalance: 'the same rows as a file',
  listAudit: 'the journal repeats how much a batch was made for',
  exportAudit: 'the same lines as a file',
  partnerPayouts: 'transfers to this partner, and what is owed',
  readExit: 'what a partner that leaves has earned of us',
  getPortalHome: 'what we owe this partner, said to the partner',
  exportOwnData: 'the same pages of the partner as one file',
};

/** Who has nothing to answer here, and why. */
const SILENT: Readonly<Record<string, string>> = {
  listMyWorkspaces: 'asks for somebody signed in by a browser',
  listMySessions: 'asks for somebody signed in by a browser',
  getMySignIn: 'asks for somebody signed in by a browser',
  readFlag: 'nobody is flagged in this company',
};

let db: Awaited<ReturnType<typeof testDatabase>>;
let world: World;
let app: FastifyInstance;
let ids: ReadonlyMap<string, readonly string[]>;
let sums: { readonly results: ReadonlySet<bigint>; readonly owed: ReadonlySet<bigint> };
const purses = new Set<string>();
const answered = new Set<string>();

beforeAll(async () => {
  db = await testDatabase();
  world = await testWorkspace(db);
  const partnerId = await companyOfThreeClasses(world);
  app = await appFor({
    owner: world.contextOf('owner'),
    partner: await world.contextOfPartner(partnerId),
  });
  ids = await idsHere();
  sums = { results: new Set(sumsOf(results())), owed: new Set(sumsOf(await commissions())) };
}, 120_000);
afterAll(async () => {
  await app.close();
  await world.close();
  await db.drop();
});

async function asOwner<Row extends pg.QueryResultRow>(text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: db.ownerUrl });
  await client.connect();
  try {
    return (await client.query<Row>(text, [world.workspaceId])).rows;
  } finally {
    await client.end();
  }
}

/** Four ids of every kind there is, by prefix. */
async function idsHere(): Promise<Map<string, string[]>> {
  const tables = await asOwner<{ name: string }>(`
    SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.columns
    WHERE column_name = 'id' AND domain_name = 'id' AND table_schema <> 'kernel' AND $1::uuid IS NOT NULL
      AND (table_schema, table_name) IN (SELECT schemaname, tablename FROM pg_tables)`);
  const found = new Map<string, string[]>();
  for (const { name } of tables) {
    for (const { id } of await asOwner<{ id: string }>(
      `SELECT id FROM ${name} WHERE workspace_id = $1 ORDER BY id LIMIT 4`,
    ))
      found.set(prefixOf(id), [...(found.get(prefixOf(id)) ?? []), id]);
  }
  return found;
}

function prefixOf(id: string): string {
  return id.slice(0, id.indexOf('_'));
}

type Figure = readonly bigint[];

/** By class: sold, returned, left of it, and put into the class. */
function results(): Figure[] {
  const sold = CLASSES.map((name) => SOLD[name].reduce((total, one) => total + one, 0n));
  return [
    sold,
    CLASSES.map((name) => RETURNED[name]),
    sold.map((minor, place) => minor - RETURNED[CLASSES[place] ?? 'referral']),
    CLASSES.map((name) => SPENT[name]),
  ];
}

/** By class: earned, with what refunds took back and without. */
async function commissions(): Promise<Figure[]> {
  const rows = await asOwner<{ class: string; gross: string; net: string }>(`
    SELECT class, sum(amount_minor) FILTER (WHERE amount_minor > 0) AS gross, sum(amount_minor) AS net
    FROM incentives.accrual WHERE workspace_id = $1 GROUP BY class`);
  const of = (pick: (row: { gross: string; net: string }) => string): Figure =>
    CLASSES.map((name) => BigInt(rows.filter((row) => row.class === name).map(pick)[0] ?? 0));
  return [of((row) => row.gross), of((row) => row.net)];
}

/** Two of the three, and all three; the parts themselves may be told. */
function sumsOf(figures: readonly Figure[]): bigint[] {
  return figures.flatMap(([a = 0n, b = 0n, c = 0n]) => [a + b, a + c, b + c, a + b + c]);
}

/** The sums that a text tells, in kopecks or in roubles with kopecks, however the thousands are parted. */
function toldIn(text: string, asked: ReadonlySet<bigint>): string[] {
  const plain = text.replace(/(?<=\d)[\u0020\u00a0\u202f](?=\d{3}(?!\d))/g, '');
  return [...asked].flatMap((sum) => {
    const [whole, kopecks] = [sum / 100n, String(sum % 100n).padStart(2, '0')];
    const shapes = [String(sum), `${whole}.${kopecks}`, `${whole},${kopecks}`];
    return shapes.filter((shape) =>
      new RegExp(`(?<!\\d)${shape.replace('.', '\\.')}(?!\\d)`, 'u').test(plain),
    );
  });
}

/** A spreadsheet is a ZIP: its sheets and their strings, unpacked by the list at its end. */
function textOf(bytes: Buffer): string {
  if (bytes.subarray(0, 2).toString() !== 'PK') return bytes.toString('utf8');
  const texts: string[] = [];
  const end = bytes.lastIndexOf('PK\u0005\u0006');
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const packed = bytes.readUInt32LE(at + 20);
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const part = bytes.subarray(from, from + packed);
    texts.push((bytes.readUInt16LE(at + 10) === 0 ? part : inflateRawSync(part)).toString('utf8'));
    at += 46 + [28, 30, 32].reduce((total, place) => total + bytes.readUInt16LE(at + place), 0);
  }
  return texts.join('\n');
}

/** What may stand in the path of an operation: our own ids, the month, every number that opens. */
function valuesOf(operation: Operation, name: string): readonly string[] {
  const schema = schemaOf(operation.params).properties?.[name];
  if (schema?.enum) return schema.enum.map(String);
  if (name === 'version') return ['1'];
  const prefix = /\^([a-z]{2,4})_/.exec(schema?.pattern ?? '')?.[1];
  if (prefix === undefined) return ['2026-02'];
  return ids.get(prefix) ?? [];
}

/** What an operation cannot answer without. */
function asked(operation: Operation): Readonly<Record<string, string>> {
  const all: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    search: { q: 'Один' },
    previewAccrualCorrection: { becomesMinor: '1' },
    previewRecalculation: { from: '2026-02-01', to: '2026-02-28' },
    readPartnerFigures: { ids: ids.get('par')?.[0] ?? '' },
    readNextSteps: { partnerIds: ids.get('par')?.[0] ?? '' },
    listScores: { ids: ids.get('par')?.[0] ?? '' },
    readEfforts: { from: '2026-01-01', to: '2026-02-28' },
    compareVersions: { from: '1', to: '2' },
    readCalendar: { from: '2026-01-01', to: '2026-02-28' },
    readTouches: { from: '2026-01-01', to: '2026-02-28' },
    listClientWorthRows: { metric: 'check', class: 'partner_sales' },
    exportClientWorthRows: { metric: 'check', class: 'partner_sales' },
  };
  return all[operation.id] ?? {};
}

/** A PDF is drawn from the same rows as the table beside it, and is no text. */
function queriesOf(operation: Operation): string[] {
  const formats = schemaOf(operation.query).properties?.['format'] ? ['csv', 'xlsx'] : [undefined];
  return formats.map((format) => {
    const query = new URLSearchParams({ ...asked(operation), ...(format && { format }) }).toString();
    return query === '' ? '' : `?${query}`;
  });
}

function addressesOf(operation: Operation): string[] {
  const params = paramsOf(operation).reduce<Record<string, string>[]>(
    (filled, name) =>
      filled.flatMap((before) => valuesOf(operation, name).map((value) => ({ ...before, [name]: value }))),
    [{}],
  );
  return params.flatMap((one) => queriesOf(operation).map((query) => `${addressOf(operation, one)}${query}`));
}

describe('no answer of any read operation sums the classes (S2.3)', () => {
  test('the planted figures are there, one by one', async () => {
    const answer = await app.inject({ url: '/api/v1/channel', headers: { 'x-actor': 'owner' } });
    const [sold = [], , , spent = []] = results();
    expect(toldIn(answer.body, new Set([...sold, ...spent]))).toHaveLength(6);
  });

  test('a sum would be found, in a text, in a table and in a spreadsheet', async () => {
    const sum = new Set([123_456_789n]);
    for (const told of ['{"paidMinor":123456789}', 'a,1234567.89,b', '1 234 567,89 ₽', '<v>1234567.89</v>'])
      expect(toldIn(told, sum), told).toHaveLength(1);
    expect(toldIn('{"paidMinor":1123456789}', sum)).toEqual([]);
    const file = await app.inject({
      url: '/api/v1/sales/export?format=xlsx',
      headers: { 'x-actor': 'owner' },
    });
    expect(toldIn(textOf(file.rawPayload), new Set(SOLD.alliance))).toHaveLength(2);
  });

  test.each(READS.map((operation) => [operation.id, operation] as const))('%s', async (id, operation) => {
    for (const actor of ['owner', 'partner']) {
      for (const url of addressesOf(operation)) {
        const answer = await app.inject({ url, headers: { 'x-actor': actor } });
        expect(answer.statusCode, url).toBeLessThan(500);
        if (answer.statusCode === 200) answered.add(id);
        const text = textOf(answer.rawPayload);
        expect(toldIn(text, sums.results), `${url} as ${actor}`).toEqual([]);
        const owed = toldIn(text, sums.owed);
        if (owed.length > 0) purses.add(id);
        if (!(id in ONE_PURSE)) expect(owed, `${url} as ${actor}`).toEqual([]);
      }
    }
  });

  test('nobody kept silent who has something to tell; what one cannot answer without is told in `asked`', () => {
    const silent = READS.filter((one) => !answered.has(one.id) && addressesOf(one).length > 0);
    expect(silent.map(({ id }) => id).filter((id) => !(id in SILENT))).toEqual([]);
  });

  test('nobody is excused without need', () => {
    expect(Object.keys(ONE_PURSE).filter((id) => !purses.has(id))).toEqual([]);
  });
});
