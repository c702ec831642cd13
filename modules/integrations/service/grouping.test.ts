import { look } from '@mosty/kernel/db';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MappingInput } from '../contract/mapping.ts';
import { openImports, type Imports } from './imports.fixture.ts';
import { readImportRows } from './read-imports.ts';

let imports: Imports;
beforeAll(async () => {
  imports = await openImports({ zone: 'Europe/London', currency: 'GBP' });
});
afterAll(() => imports.close());

function mapping(rest: Partial<MappingInput> = {}): MappingInput {
  return {
    kind: 'sales',
    columns: {
      externalId: 'invoice',
      sku: 'sku',
      quantity: 'qty',
      price: 'price',
      occurredAt: 'ts',
      clientExternalId: 'customer',
    },
    grouping: { badLine: 'hold' },
    credits: [{ field: 'externalId', startsWith: 'C' }, { negativeTotal: true }],
    creditSign: 'negative',
    ...rest,
  };
}

const HEADER = 'invoice,sku,qty,ts,price,customer\n';

describe('lines of an invoice become one sale', () => {
  it('whose sum is the sum of quantity × price to the ten-thousandth, as PostgreSQL’s numeric counts it', async () => {
    const decimal = fc
      .tuple(fc.integer({ min: 0, max: 9_999 }), fc.integer({ min: 0, max: 9_999 }))
      .map(([whole, part]) => `${whole}.${String(part).padStart(4, '0')}`);
    const line = fc.record({ invoice: fc.integer({ min: 1, max: 40 }), qty: decimal, price: decimal });
    const lines = fc.sample(line, { numRuns: 1_500, seed: 7 });
    const text = lines
      .map(({ invoice, qty, price }, index) => `N${invoice},s${index},${qty},2026-01-05 10:00,${price},1`)
      .join('\n');
    const { view } = await imports.load(HEADER + text, { mapping: mapping({ source: 'exact' }) });
    expect(view.found).toMatchObject({ rows: 1_500, badRows: 0, states: { new: 40 } });
    const { rows } = await look(imports.world.system, (tx) =>
      sql<{ wrong: number; sales: number; lines: number }>`
        WITH told AS (
          SELECT 'N' || (r->>'invoice') AS invoice, sum((r->>'qty')::numeric * (r->>'price')::numeric) * 100000000 AS micro, count(*) AS lines
          FROM jsonb_array_elements(${JSON.stringify(lines)}::jsonb) r GROUP BY 1)
        SELECT count(*) FILTER (WHERE s.amount_micro IS DISTINCT FROM t.micro OR s.line_count <> t.lines)::int AS wrong,
               count(s.id)::int AS sales, sum(s.line_count)::int AS lines
        FROM told t LEFT JOIN deals.v_sale_detail s ON s.workspace_id = ${tx.workspaceId}::uuid AND s.source = 'exact' AND s.external_id = t.invoice`.execute(
        tx.db,
      ),
    );
    expect(rows[0]).toEqual({ wrong: 0, sales: 40, lines: 1_500 });
  });

  it('dated by its first line, though another invoice stands between and the month turns', async () => {
    const text = 'A1,x,1,2026-01-31 23:59,10,1\nA2,x,1,2026-01-31 23:59,1,2\nA1,y,2,2026-02-01 00:01,5,1\n';
    const { view } = await imports.load(HEADER + text, { mapping: mapping({ source: 'dated' }) });
    expect(view.found).toMatchObject({
      from: '2026-01-31T23:59:00.000Z',
      to: '2026-01-31T23:59:00.000Z',
      states: { new: 2 },
    });
    const { items } = await readImportRows(imports.ctx, { importId: view.id, limit: 10 });
    expect(items).toMatchObject([
      { key: 'A1', line: 2, rows: 2, amountMinor: 2_000n },
      { key: 'A2', line: 3, rows: 1, amountMinor: 100n },
    ]);
  });

  it('and wait as a whole when one of their lines cannot be read, unless the mapping leaves the line out', async () => {
    const text = 'H1,x,1,2026-01-05,10,1\nH1,y,one,2026-01-05,5,1\nH2,x,1,2026-01-05,3,1\n';
    const held = await imports.load(HEADER + text, { mapping: mapping({ source: 'held' }) });
    expect(held.view).toMatchObject({
      found: { badRows: 2, states: { new: 1, held: 1, bad: 1 } },
      result: { created: 1 },
    });
    const { items } = await readImportRows(imports.ctx, { importId: held.view.id, errors: true, limit: 10 });
    expect(items).toMatchObject([
      {
        line: 2,
        state: 'held',
        error: { code: 'integrations.invoice_has_bad_line', params: { number: 'H1', line: 3 } },
      },
      { line: 3, state: 'bad', error: { code: 'integrations.not_four_places' } },
    ]);
    const left = await imports.load(HEADER + text, {
      mapping: mapping({ source: 'left', grouping: { badLine: 'leave_out' } }),
    });
    expect(left.view).toMatchObject({ found: { badRows: 1, states: { new: 2 } }, result: { created: 2 } });
  });

  it('are refused when they name two clients', async () => {
    const text = 'W1,x,1,2026-01-05,10,1\nW2,x,1,2026-01-05,1,2\nW1,y,1,2026-01-05,5,9\n';
    const { view } = await imports.load(HEADER + text, { mapping: mapping({ source: 'whose' }) });
    const { items } = await readImportRows(imports.ctx, { importId: view.id, errors: true, limit: 10 });
    expect(items).toMatchObject([{ line: 2, error: { code: 'integrations.invoice_disagrees' } }]);
  });
});

describe('what a file cannot mean', () => {
  const columns = {
    externalId: 'invoice',
    amount: 'sum',
    vat: 'vat',
    occurredAt: 'ts',
    clientExternalId: 'customer',
  };
  const errorsOf = async (source: string, lines: string[], rest: Partial<MappingInput> = {}) => {
    const text = `invoice,sum,vat,ts,customer\n${lines.join('\n')}\n`;
    const { view } = await imports.load(text, { mapping: mapping({ source, columns, ...rest }) });
    const { items } = await readImportRows(imports.ctx, { importId: view.id, errors: true, limit: 100 });
    return {
      view,
      faults: items.map((row) => [row.line, row.error?.code.replace('integrations.', '')]),
    };
  };

  it('VAT above its invoice or of the other sign is refused, that of single lines may be anything within the whole', async () => {
    const { view, faults } = await errorsOf('vat', [
      'V1,100,120,2026-01-05,1',
      'V2,100,-20,2026-01-05,1',
      'V3,120,20,2026-01-05,1',
      'V4,100,16,2026-01-05,1',
      'V4,-20,-3,2026-01-05,1',
      'V5,100,90,2026-01-05,1',
      'V5,-50,,2026-01-05,1',
      'V6,0,1,2026-01-05,1',
      'V7,5,5,2026-01-05,1',
      'CV8,-120,-20,2026-01-05,1',
    ]);
    expect(faults).toEqual([2, 3, 7, 9].map((line) => [line, 'vat_beyond_amount']));
    expect(view.result).toMatchObject({ created: 3, credits: 1 });
  });

  it('moments outside the years that the API takes are no dates, whatever the cell calls them', async () => {
    const days = [
      '1969-12-31',
      '1970-01-01T02:59:59+03:00',
      '2099-12-31T23:30:00-05:00',
      '2100-01-01',
      '1970-01-01T00:00:00Z',
    ];
    const { faults } = await errorsOf(
      'years',
      days.map((day, index) => `Y${index},1,0,${day},1`),
    );
    expect(faults).toEqual([2, 3, 4, 5].map((line) => [line, 'not_a_date']));
    const seconds = ['-1', '0', '4102444799', '4102444800', '99999999999'];
    const unix = await errorsOf(
      'unix',
      seconds.map((second, index) => `U${index},1,0,${second},1`),
      { dates: { occurredAt: 'unix' } },
    );
    expect(unix.faults).toEqual([2, 5, 6].map((line) => [line, 'not_a_date']));
  });
});

describe('credit notes', () => {
  it('are told by their number or by a negative total; one of the wrong sign is a question', async () => {
    const text =
      'S1,x,2,2026-01-05,10,1\nC2,x,-1,2026-01-06,10,1\nA3,x,1,2026-01-07,-7,\nC4,x,1,2026-01-08,1,1\nS5,x,-1,2026-01-09,0,1\n';
    const { view } = await imports.load(HEADER + text, { mapping: mapping({ source: 'credits' }) });
    expect(view.result).toMatchObject({ created: 2, credits: 2, waiting: 1 });
    const { items } = await readImportRows(imports.ctx, { importId: view.id, errors: true, limit: 10 });
    expect(items).toMatchObject([{ line: 5, error: { code: 'integrations.credit_above_zero' } }]);
    const again = await imports.load(HEADER + text, { mapping: mapping({ source: 'credits' }) });
    expect(again.view.found).toMatchObject({ states: { new: 0, known: 4 } });
  });

  it('a sale below zero without a rule is an error of its line', async () => {
    const { view } = await imports.load(`${HEADER}B1,x,-1,2026-01-05,10,1\n`, {
      mapping: mapping({ source: 'below', credits: [] }),
    });
    const { items } = await readImportRows(imports.ctx, { importId: view.id, errors: true, limit: 10 });
    expect(items).toMatchObject([{ line: 2, error: { code: 'integrations.sale_below_zero' } }]);
  });
});
