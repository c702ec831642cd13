import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generateApi } from 'swagger-typescript-api';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runningMosty } from './running.fixture.ts';

let mosty: Awaited<ReturnType<typeof runningMosty>>;
let folder: string;
beforeAll(async () => {
  mosty = await runningMosty();
  folder = mkdtempSync(path.join(import.meta.dirname, '.generated-'));
}, 60_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await mosty?.close();
});

type Call = (body: object) => Promise<{ data: Record<string, unknown> }>;
interface Client {
  readonly api: Readonly<Record<'trackClick' | 'trackLead' | 'trackSale' | 'trackRefund', Call>>;
}

/** Nobody here wrote that client: a public tool made it from the document we serve. */
async function generatedClient(): Promise<Client> {
  const spec = (await (await fetch(`${mosty.url}/api/v1/openapi.json`)).json()) as never;
  const { files } = await generateApi({ spec, output: false, httpClientType: 'fetch', silent: true });
  const file = path.join(folder, 'client.ts');
  writeFileSync(file, files.map((one) => one.fileContent).join('\n'));
  const { Api } = (await import(file)) as { Api: new (settings: object) => Client };
  return new Api({
    baseUrl: mosty.url,
    baseApiParams: { headers: { authorization: `Bearer ${mosty.key}` } },
  });
}

// Writing a client of the whole API takes longer the more doors there are.
it('a client made by swagger-typescript-api walks click → lead → sale → refund', {
  timeout: 120_000,
}, async () => {
  const { api } = await generatedClient();
  const customerExternalId = 'generated-1';
  const { data: click } = await api.trackClick({ key: 'maria', url: 'https://shop.example/' });
  const { data: lead } = await api.trackLead({
    clickId: click['clickId'],
    eventName: 'sign up',
    customerExternalId,
  });
  expect(lead).toMatchObject({ partnerId: mosty.partnerId, customerExternalId, known: false });
  const { data: sale } = await api.trackSale({
    customerExternalId,
    amount: 100_000,
    currency: 'rub',
    invoiceId: 'G-1',
  });
  expect(sale).toMatchObject({ invoiceId: 'G-1', known: false });
  expect(await mosty.earned()).toBe(10_000n);
  await api.trackRefund({ refundId: 'G-1-R', invoiceId: 'G-1', amount: 100_000 });
  expect(await mosty.earned()).toBe(0n);
  await expect(
    api.trackSale({ customerExternalId, amount: 1, currency: 'rub', invoiceId: 'G-1' }),
  ).rejects.toMatchObject({ status: 409, error: { code: 'tracking.told_differently' } });
});
