import { operation, pageOf } from '@mosty/kernel/operation';
import * as z from 'zod';
import { afterEach, expect, test, vi } from 'vitest';
import { call, hrefOf, onSignedOut } from './client.ts';
import { ApiRefusal } from './refusal.ts';

const shown = { summary: '', tag: 'test', permission: 'test.read' };
const getPartner = operation({
  ...shown,
  id: 'getPartner',
  method: 'GET',
  path: '/partners/:partnerId',
  params: z.strictObject({ partnerId: z.string() }),
  query: z.strictObject({ months: z.array(z.string()).optional(), q: z.string().optional() }),
  answer: z.object({ name: z.string() }),
});
const listPartners = operation({
  ...shown,
  id: 'listPartners',
  method: 'GET',
  path: '/partners',
  answer: pageOf(z.object({ id: z.string() })),
});
const addPartner = operation({
  ...shown,
  id: 'addPartner',
  method: 'POST',
  path: '/partners',
  body: z.strictObject({ name: z.string() }),
  answer: z.object({ id: z.string() }),
});

function answering(status: number, body: unknown) {
  const sent = vi.fn<typeof fetch>(
    async () => new Response(typeof body === 'string' ? body : JSON.stringify(body), { status }),
  );
  vi.stubGlobal('fetch', sent);
  return sent;
}

async function refusalIn(promise: Promise<unknown>): Promise<ApiRefusal> {
  const thrown: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(thrown instanceof ApiRefusal)) throw new Error('expected a refusal');
  return thrown;
}

afterEach(() => {
  vi.unstubAllGlobals();
  onSignedOut(() => undefined);
});

test('an address is made of the operation and its input', () => {
  expect(
    hrefOf(getPartner, { params: { partnerId: 'a/b' }, query: { months: ['2026-10', '2026-11'], q: '' } }),
  ).toBe('/api/v1/partners/a%2Fb?months=2026-10&months=2026-11');
  expect(hrefOf(listPartners)).toBe('/api/v1/partners');
});

test('a change carries JSON and an idempotency key; a read carries neither', async () => {
  const sent = answering(200, { id: 'par_1' });
  await expect(call(addPartner, { body: { name: 'Вектор' }, idempotencyKey: 'k1' })).resolves.toEqual({
    id: 'par_1',
  });
  const [, made] = sent.mock.calls[0] ?? [];
  expect(made).toMatchObject({ method: 'POST', credentials: 'same-origin', body: '{"name":"Вектор"}' });
  expect(made?.headers).toMatchObject({ 'content-type': 'application/json', 'idempotency-key': 'k1' });

  const read = answering(200, { name: 'Вектор' });
  await call(getPartner, { params: { partnerId: 'par_1' } });
  expect(Object.keys(read.mock.calls[0]?.[1]?.headers ?? {})).toEqual(['accept']);
});

test('problem+json becomes a refusal with its fields', async () => {
  answering(409, {
    type: 'about:blank',
    title: 'x',
    status: 409,
    kind: 'conflict',
    code: 'incentives.scheme_overlaps',
    params: { with: 'sch_1' },
    errors: [
      { path: 'body.name', message: 'taken' },
      { path: '/body/lines/0', message: 'empty' },
    ],
  });
  const refusal = await refusalIn(call(addPartner, { body: { name: 'x' } }));
  expect(refusal).toMatchObject({
    kind: 'conflict',
    code: 'incentives.scheme_overlaps',
    params: { with: 'sch_1' },
    status: 409,
  });
  expect(refusal.errors).toEqual([
    { path: 'name', message: 'taken' },
    { path: 'lines.0', message: 'empty' },
  ]);
});

test('a proxy’s page, a broken server and a lost connection are refusals too', async () => {
  answering(502, '<html>Bad gateway</html>');
  expect(await refusalIn(call(listPartners))).toMatchObject({
    kind: 'upstream',
    code: 'kit.upstream',
    status: 502,
  });
  answering(500, { faultId: 'f1', code: 'fault', kind: 'fault', params: {} });
  expect(await refusalIn(call(listPartners))).toMatchObject({ kind: 'fault', faultId: 'f1' });
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  expect(await refusalIn(call(listPartners))).toMatchObject({
    kind: 'upstream',
    code: 'kit.offline',
    status: 0,
  });
});

test('an answer of 401 sends the reader to sign in', async () => {
  const away = vi.fn();
  onSignedOut(away);
  answering(401, { kind: 'not_permitted', code: 'identity.signed_out', params: {} });
  await refusalIn(call(listPartners));
  expect(away).toHaveBeenCalledOnce();
});
