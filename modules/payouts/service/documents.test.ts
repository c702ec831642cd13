import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { portalTasksOf, setRequisites, verifyRequisites } from '@mosty/directory';
import { storeFile } from '@mosty/files';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import type { FileAnswer } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import { businessDate, month } from '@mosty/kernel/time';
import { askOf, textOf } from '@mosty/testkit';
import * as api from '../contract/document.ts';
import { documentRoutes } from '../http/payout-documents.ts';
import { approvePayoutBatch } from './approve-payout-batch.ts';
import { closeMonth } from './close-month.ts';
import { attachDocument, withdrawDocument } from './documents.ts';
import { makePayoutBatch } from './make-payout-batch.ts';
import { markPaid } from './mark-paid.ts';
import { firm, type Firm } from './payouts.fixture.ts';
import './portal-tasks.ts';
import { sendStatements } from './send-statements.ts';
import { sendPayoutBatch } from './send-payout-batch.ts';
import { missingReceipts } from '../store/documents.ts';

let the: Firm;
let partnerId: Id<'partner'>;
let partner: Context;
let stranger: Context;
let payoutId: Id<'payout'>;

beforeAll(async () => {
  the = await firm();
  partnerId = await the.partner('Светлана');
  const written = await setRequisites(the.world.contextOf('head'), {
    partnerId,
    country: 'RU',
    legalForm: 'self_employed',
    legalName: 'Рядова Светлана',
    taxNumber: '500100732259',
    fields: {},
    bank: {
      account: '40817810600000000001',
      bik: '044525225',
      bankName: 'ПАО Сбербанк',
      correspondentAccount: '30101810400000000225',
    },
  });
  await verifyRequisites(the.finance, { requisitesId: written.id, verdict: 'verified' });
  const firmId = await the.partner('Вектор');
  await the.requisites(firmId);
  partner = await the.world.contextOfPartner(partnerId);
  stranger = await the.world.contextOfPartner(firmId);
  await the.sale('Светлана', 40_000_00n, '2026-03-01T10:00:00Z');
  await the.sale('Вектор', 40_000_00n, '2026-03-01T10:00:00Z');
  const batch = await makePayoutBatch(the.finance, {});
  expect(batch.payouts).toBe(2);
  await approvePayoutBatch(the.owner, batch);
  await sendPayoutBatch(the.finance, batch);
  await markPaid(the.finance, batch);
  const [first] = await missing();
  if (!first) throw new Error('no receipt is missing');
  payoutId = first.payoutId;
});
afterAll(() => the?.close());

const missing = (ctx: Context = the.finance) => look(ctx, (tx) => missingReceipts(tx, { limit: 10 }));
const receipt = () => ({
  kind: 'receipt' as const,
  payoutId,
  number: '20ab7',
  onDay: businessDate('2026-03-01'),
});
const upload = (ctx: Context) =>
  storeFile(ctx, {
    stream: Readable.from(['%PDF-1.7']),
    name: 'чек.pdf',
    purpose: 'receipt',
  });

test('a receipt is missing of a paid self-employed person only, and the person is told in the portal', async () => {
  expect((await missing()).map((one) => one.partnerId)).toEqual([partnerId]);
  expect(await missing(stranger)).toEqual([]);
  const tasks = await look(partner, (tx) => portalTasksOf(tx, partnerId));
  expect(tasks.find(({ code }) => code === 'payouts.receipt_to_attach')).toMatchObject({
    params: { count: 1 },
    dueOn: '2026-04-09',
  });
});

test('attached by the partner it is missing no more; by mistake, it is missing again', async () => {
  const file = await upload(partner);
  await expect(attachDocument(stranger, { ...receipt(), link: 'https://x.example' })).rejects.toMatchObject({
    code: 'payouts.no_payout',
  });
  const foreign = await upload(stranger);
  await expect(attachDocument(partner, { ...receipt(), fileId: foreign.id })).rejects.toMatchObject({
    code: 'payouts.file_of_another',
  });
  await expect(attachDocument(the.finance, { ...receipt(), fileId: foreign.id })).rejects.toMatchObject({
    code: 'payouts.file_of_another',
  });
  await expect(
    attachDocument(partner, { ...receipt(), fileId: file.id, onDay: businessDate('2027-01-01') }),
  ).rejects.toMatchObject({ code: 'payouts.document_of_tomorrow' });

  const both = await Promise.allSettled(
    [1, 2].map(() => attachDocument(partner, { ...receipt(), fileId: file.id })),
  );
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(await missing()).toEqual([]);
  const seen = await look(stranger, (tx) => sql`SELECT id FROM payouts.document`.execute(tx.db));
  expect(seen.rows).toEqual([]);

  const { rows } = await look(partner, (tx) =>
    sql<{ id: Id<'payout_document'> }>`SELECT id FROM payouts.document`.execute(tx.db),
  );
  const documentId = rows[0]?.id;
  if (!documentId) throw new Error('no document');
  await expect(withdrawDocument(partner, { documentId, words: 'ошибся' })).rejects.toMatchObject({
    kind: 'not_permitted',
  });
  await withdrawDocument(the.finance, { documentId, words: 'Чек другой выплаты' });
  expect(await missing()).toHaveLength(1);
  await attachDocument(the.finance, { ...receipt(), link: 'https://lknpd.nalog.ru/x' });
  expect(await missing()).toEqual([]);
});

test('the act of a month is attached to its statement and stands there; the list goes out as a file', async () => {
  the.now('2026-04-05T09:00:00Z');
  await closeMonth(the.finance, { month: month('2026-03') });
  await sendStatements(the.finance, { month: month('2026-03') });
  const { rows } = await look(the.finance, (tx) =>
    sql<{ id: Id<'statement'> }>`SELECT id FROM payouts.statement WHERE partner_id = ${partnerId}`.execute(
      tx.db,
    ),
  );
  const statementId = rows[0]?.id;
  if (!statementId) throw new Error('no statement');
  const file = await storeFile(the.finance, {
    stream: Readable.from(['%PDF-1.7']),
    name: 'акт.pdf',
    purpose: 'act',
    partnerId,
  });
  const ask = askOf(documentRoutes);
  const act = { kind: 'act', statementId, number: '7', onDay: '2026-03-01', fileId: file.id };
  await ask(api.attachDocument, the.finance, { body: act });
  const { items } = await ask(api.listDocuments, the.finance, { query: { statementId } });
  expect(items).toMatchObject([{ kind: 'act', number: '7', statementId, fileId: file.id }]);
  const route = documentRoutes.find(({ operation }) => operation.id === api.exportDocuments.id);
  const answer = await route?.handle(the.finance, {
    params: {},
    query: api.exportDocuments.query.parse({ kind: 'act', language: 'en' }),
    body: undefined,
    remoteAddress: '127.0.0.1',
    origin: 'http://localhost',
    headers: {},
  });
  const lines = (await textOf(answer as FileAnswer)).replace('\ufeff', '').trim().split(/\r?\n/);
  expect(lines).toEqual([
    'Partner,Kind,Number,Date,Payout,Statement,Link',
    `Светлана,Act,7,2026-03-01,,${statementId},`,
  ]);
});
