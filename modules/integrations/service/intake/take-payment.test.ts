import { createHmac } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importDeals } from '@mosty/deals';
import { look } from '@mosty/kernel/db';
import { testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import type { Provider } from '../../contract/intake.ts';
import type { AskYookassa } from './ask-yookassa.ts';
import { forgetIntakeBodies } from './forget-bodies.ts';
import { changeIntakeSource, createIntakeSource, readIntakeEvents, readIntakeSources } from './sources.ts';
import { takePayment, type Arrived } from './take-payment.ts';

const DATA = path.resolve(import.meta.dirname, '../../../../../shared/data/webhooks');
const OUTSIDE = '203.0.113.9';
const YOOKASSA = '185.71.76.10';
const STRIPE_SECRET = 'whsec_of_stripe_itself';

let db: TestDatabase;
let world: World;
beforeAll(async () => {
  db = await testDatabase();
  world = await testWorkspace(db);
});
afterAll(async () => {
  await world.close();
  await db.drop();
});

const owner = () => world.contextOf('owner');

async function sourceOf(provider: Provider, rest: object = {}) {
  const { source, secret } = await createIntakeSource(owner(), {
    provider,
    name: provider,
    takesTest: true,
    ...rest,
  });
  return { id: source.id as string, secret };
}

function take(
  arrived: Partial<Arrived> & { sourceId: string; provider: Provider; body: Buffer },
  ask?: AskYookassa,
) {
  return takePayment(
    { database: world.database, contextOf: async () => world.system, ...(ask ? { ask } : {}) },
    { headers: { 'content-type': 'application/json' }, address: OUTSIDE, pathSecret: null, ...arrived },
  );
}

function stripeCall(sourceId: string, event: object, over: { secret?: string; at?: Date } = {}) {
  const body = Buffer.from(JSON.stringify(event));
  const stamp = Math.floor((over.at ?? world.clock.now()).getTime() / 1000);
  const v1 = createHmac('sha256', over.secret ?? STRIPE_SECRET)
    .update(`${stamp}.`)
    .update(body)
    .digest('hex');
  return take({ sourceId, provider: 'stripe', body, headers: { 'stripe-signature': `t=${stamp},v1=${v1}` } });
}

let numbers = 0;
function stripeEvent(type: string, object: object): object {
  numbers += 1;
  return {
    id: `evt_${numbers}`,
    object: 'event',
    type,
    created: 1_772_000_000,
    livemode: false,
    data: { object },
  };
}

async function salesBy(source: string) {
  const { rows } = await look(world.system, (tx) =>
    sql<{ key: string; minor: bigint; currency: string; client: string | null }>`
      SELECT s.external_id AS key, s.amount_minor AS minor, s.currency, c.external_id AS client
      FROM deals.v_sale s LEFT JOIN directory.client c ON c.workspace_id = s.workspace_id AND c.id = s.client_id
      WHERE s.workspace_id = ${tx.workspaceId}::uuid AND s.source = ${source} ORDER BY 1`.execute(tx.db),
  );
  return rows;
}

async function refundsBy(source: string) {
  const { rows } = await look(world.system, (tx) =>
    sql<{ key: string; minor: bigint; matched: boolean }>`
      SELECT external_id AS key, amount_minor AS minor, sale_id IS NOT NULL AS matched FROM deals.refund
      WHERE workspace_id = ${tx.workspaceId}::uuid AND source = ${source} ORDER BY 1`.execute(tx.db),
  );
  return rows;
}

const INTENT = {
  id: 'pi_1',
  object: 'payment_intent',
  amount_received: 250_000,
  status: 'succeeded',
  created: 1_772_000_000,
  currency: 'rub',
  customer: 'cus_stripe',
  metadata: { click_id: 'clk_7', email: 'anna@example.org' },
};
const CHARGE = {
  id: 'ch_1',
  object: 'charge',
  amount_captured: 250_000,
  paid: true,
  captured: true,
  status: 'succeeded',
  created: 1_772_000_001,
  currency: 'rub',
  customer: 'cus_stripe',
  payment_intent: 'pi_1',
  metadata: {},
};

describe('Stripe', () => {
  test('says one payment as an intent, a charge and a checkout: it is one sale; a refund finds it', async () => {
    const { id } = await sourceOf('stripe', { secret: STRIPE_SECRET });
    const session = {
      id: 'cs_1',
      amount_total: 250_000,
      payment_status: 'paid',
      created: 1_772_000_002,
      currency: 'rub',
      payment_intent: 'pi_1',
    };
    expect(await stripeCall(id, stripeEvent('charge.succeeded', CHARGE))).toEqual({ outcome: 'recorded' });
    expect(await stripeCall(id, stripeEvent('payment_intent.succeeded', INTENT))).toEqual({
      outcome: 'known',
    });
    expect(await stripeCall(id, stripeEvent('checkout.session.completed', session))).toEqual({
      outcome: 'known',
    });
    const refund = {
      id: 're_1',
      amount: 100_000,
      status: 'succeeded',
      created: 1_772_100_000,
      currency: 'rub',
      charge: 'ch_1',
      payment_intent: 'pi_1',
    };
    const told = stripeEvent('refund.created', refund);
    expect(await stripeCall(id, told)).toEqual({ outcome: 'recorded' });
    expect(await stripeCall(id, told)).toEqual({ outcome: 'known' });
    const charge = { ...CHARGE, refunds: { data: [refund] } };
    expect(await stripeCall(id, stripeEvent('charge.refunded', charge))).toEqual({ outcome: 'known' });
    expect(await salesBy('stripe')).toEqual([
      { key: 'pi_1', minor: 250_000n, currency: 'RUB', client: 'cus_stripe' },
    ]);
    expect(await refundsBy('stripe')).toEqual([{ key: 're_1', minor: 100_000n, matched: true }]);
  });

  test('a refund before its sale waits for it', async () => {
    const { id } = await sourceOf('stripe', { secret: STRIPE_SECRET });
    const refund = {
      id: 're_2',
      amount: 500,
      status: 'succeeded',
      created: 1_772_100_000,
      currency: 'usd',
      payment_intent: 'pi_2',
    };
    expect(await stripeCall(id, stripeEvent('refund.created', refund))).toEqual({ outcome: 'waiting' });
    const intent = { ...INTENT, id: 'pi_2', currency: 'usd', amount_received: 900 };
    expect(await stripeCall(id, stripeEvent('payment_intent.succeeded', intent))).toEqual({
      outcome: 'recorded',
    });
    expect((await refundsBy('stripe')).find(({ key }) => key === 're_2')).toMatchObject({ matched: true });
  });

  test('a stranger, a recording and a wrong byte are refused, counted and not kept', async () => {
    const { id } = await sourceOf('stripe', { secret: STRIPE_SECRET });
    const event = stripeEvent('payment_intent.succeeded', { ...INTENT, id: 'pi_forged' });
    await expect(stripeCall(id, event, { secret: 'whsec_another' })).rejects.toMatchObject({
      kind: 'not_permitted',
      params: { because: 'signature_wrong' },
    });
    const old = new Date(world.clock.now().getTime() - 301_000);
    await expect(stripeCall(id, event, { at: old })).rejects.toMatchObject({
      params: { because: 'too_old' },
    });
    await expect(take({ sourceId: id, provider: 'stripe', body: Buffer.from('{}') })).rejects.toMatchObject({
      params: { because: 'signature_missing' },
    });
    const source = (await readIntakeSources(owner())).items.find((one) => one.id === id);
    expect(source).toMatchObject({ refused: 3, refusedBecause: 'signature_missing', hasSecret: true });
    expect(JSON.stringify(source)).not.toContain(STRIPE_SECRET);
    expect((await readIntakeEvents(owner(), { sourceId: id, limit: 10 })).items).toEqual([]);
    expect((await salesBy('stripe')).map(({ key }) => key)).not.toContain('pi_forged');
  });

  test('test payments are left out where nobody asked for them', async () => {
    const { id } = await sourceOf('stripe', { secret: STRIPE_SECRET, takesTest: false });
    const event = stripeEvent('payment_intent.succeeded', { ...INTENT, id: 'pi_test' });
    expect(await stripeCall(id, event)).toEqual({ outcome: 'ignored' });
  });

  test.skipIf(!existsSync(DATA))(
    '176 resources of its own fixtures: what is paid is a sale, nothing else is',
    async () => {
      const { resources } = JSON.parse(
        gunzipSync(readFileSync(path.join(DATA, 'stripe-fixtures3.json.gz'))).toString(),
      ) as { resources: Record<string, { object?: string; [field: string]: unknown }> };
      const { id } = await sourceOf('stripe', { secret: STRIPE_SECRET });
      // Each resource as an event of its own, as Stripe would send it: none is paid there.
      for (const [name, object] of Object.entries(resources)) {
        const { outcome } = await stripeCall(id, stripeEvent(`${name}.seen`, object));
        expect(['ignored', 'held'], name).toContain(outcome);
      }
      const outcomeOf = async (type: string, object: object) =>
        (await stripeCall(id, stripeEvent(type, object))).outcome;
      const { charge = {}, refund = {}, payment_intent = {}, dispute = {} } = resources;
      expect(await outcomeOf('charge.succeeded', charge)).toBe('ignored');
      expect(await outcomeOf('payment_intent.succeeded', payment_intent)).toBe('ignored');
      expect(await outcomeOf('checkout.session.completed', resources['checkout.session'] ?? {})).toBe(
        'ignored',
      );
      // The same once the money is there.
      expect(await outcomeOf('charge.captured', { ...charge, captured: true, amount_captured: 100 })).toBe(
        'recorded',
      );
      const paid = { ...payment_intent, status: 'succeeded', amount_received: 1_099 };
      expect(await outcomeOf('payment_intent.succeeded', paid)).toBe('recorded');
      expect(await outcomeOf('refund.created', refund)).toBe('recorded');
      expect(
        await outcomeOf('charge.dispute.funds_withdrawn', {
          ...dispute,
          payment_intent: payment_intent['id'],
        }),
      ).toBe('recorded');
      const sales = new Map((await salesBy('stripe')).map((sale) => [sale.key, sale]));
      expect(sales.get(String(charge['id']))).toMatchObject({ minor: 100n, currency: 'USD' });
      expect(sales.get(String(payment_intent['id']))).toMatchObject({ minor: 1_099n, currency: 'USD' });
      const refunds = new Map((await refundsBy('stripe')).map((one) => [one.key, one]));
      expect(refunds.get(String(refund['id']))).toMatchObject({ minor: 100n, matched: true });
      expect(refunds.get(String(dispute['id']))).toMatchObject({ minor: 1_000n, matched: true });
    },
  );
});

describe('YooKassa', () => {
  const told = (event: string, object: object) =>
    Buffer.from(JSON.stringify({ type: 'notification', event, object }));
  const payment = (id: string, value: string | number) => ({
    id,
    status: 'succeeded',
    paid: true,
    amount: { value, currency: 'RUB' },
    created_at: '2026-02-20T10:00:00.000Z',
    captured_at: '2026-02-20T10:00:05.000Z',
    metadata: { customer_id: 37, click_id: 'clk_9' },
  });

  test('is known by the end of the address and by where it calls from', async () => {
    const { id, secret } = await sourceOf('yookassa', { trustsUnread: true });
    const body = told('payment.succeeded', payment('p-1', '10.00'));
    const call = { sourceId: id, provider: 'yookassa' as const, body };
    await expect(take({ ...call, address: YOOKASSA })).rejects.toMatchObject({ kind: 'not_permitted' });
    await expect(
      take({ ...call, address: YOOKASSA, pathSecret: 'a-guess-of-somebody' }),
    ).rejects.toMatchObject({
      params: { because: 'signature_wrong' },
    });
    await expect(take({ ...call, address: OUTSIDE, pathSecret: secret })).rejects.toMatchObject({
      params: { because: 'other_address' },
    });
    expect(await take({ ...call, address: YOOKASSA, pathSecret: secret })).toEqual({ outcome: 'recorded' });
    expect(await take({ ...call, address: `::ffff:${YOOKASSA}`, pathSecret: secret })).toEqual({
      outcome: 'known',
    });
    expect((await salesBy('yookassa')).find(({ key }) => key === 'p-1')).toEqual({
      key: 'p-1',
      minor: 1_000n,
      currency: 'RUB',
      client: '37',
    });
  });

  test('is asked again where that is possible, and then its answer counts; otherwise a person must allow it', async () => {
    const { id, secret } = await sourceOf('yookassa', { checksAddress: false });
    const call = {
      sourceId: id,
      provider: 'yookassa' as const,
      pathSecret: secret,
      body: told('payment.succeeded', payment('p-2', '999999.00')),
    };
    expect(await take(call)).toEqual({ outcome: 'held' });
    await changeIntakeSource(owner(), {
      sourceId: id,
      credentials: { shopId: '123', secretKey: 'test_secret' },
    });
    await expect(take(call, () => Promise.reject(new Error('down')))).rejects.toMatchObject({
      kind: 'upstream',
    });
    expect(await take(call, async () => null)).toEqual({ outcome: 'held' });
    const asked: unknown[] = [];
    const ask: AskYookassa = async (credentials, kind, objectId) => {
      asked.push([credentials.shopId, kind, objectId]);
      return payment('p-2', '42.50');
    };
    expect(await take(call, ask)).toEqual({ outcome: 'recorded' });
    expect(asked).toEqual([['123', 'payments', 'p-2']]);
    expect((await salesBy('yookassa')).find(({ key }) => key === 'p-2')).toMatchObject({ minor: 4_250n });
  });

  test.skipIf(!existsSync(DATA))(
    'its own fixtures: payments become sales, refunds refunds, the rest nothing',
    async () => {
      const files = JSON.parse(
        gunzipSync(readFileSync(path.join(DATA, 'yookassa-sdk-fixtures.json.gz'))).toString(),
      ) as Record<string, { id?: string; status?: string; items?: { id: string }[] }>;
      const { id, secret } = await sourceOf('yookassa', { trustsUnread: true, checksAddress: false });
      const outcomeOf = async (event: string, object: object) =>
        (await take({ sourceId: id, provider: 'yookassa', pathSecret: secret, body: told(event, object) }))
          .outcome;
      const file = (name: string) => files[`${name}Fixtures.json`] ?? {};
      expect(await outcomeOf('refund.succeeded', file('createRefund'))).toBe('waiting');
      expect(await outcomeOf('payment.succeeded', file('createPayment'))).toBe('recorded');
      for (const same of ['capturePayment', 'paymentInfo', 'cancelPayment'])
        expect(await outcomeOf('payment.succeeded', file(same))).toBe('known');
      expect(await outcomeOf('payment.succeeded', file('getPayments').items?.[0] ?? {})).toBe('known');
      expect(await outcomeOf('payment.canceled', file('createPaymentErrorsGeneral'))).toBe('ignored');
      expect(await outcomeOf('refund.succeeded', file('refundsInfo').items?.[0] ?? {})).toBe('known');
      expect(await outcomeOf('payout.canceled', file('payoutInfo'))).toBe('ignored');
      expect(await outcomeOf('deal.closed', file('dealInfo'))).toBe('ignored');
      const key = '1da5c87d-0984-50e8-a7f3-8de646dd9ec9';
      expect((await salesBy('yookassa')).find((sale) => sale.key === key)).toMatchObject({
        minor: 1_000n,
        currency: 'RUB',
      });
      expect(await refundsBy('yookassa')).toEqual([
        { key: '1ddd77af-0bd7-500d-895b-c475c55fdefc', minor: 1_000n, matched: true },
      ]);
    },
  );
});

describe('CloudPayments and one’s own program', () => {
  test('a form signed by HMAC; a payment held on the card only is none; a refund names its payment', async () => {
    const { id } = await sourceOf('cloudpayments', { secret: 'api-password' });
    const call = (fields: Record<string, string>, header = 'content-hmac') => {
      const body = Buffer.from(new URLSearchParams(fields).toString());
      const given = createHmac('sha256', 'api-password').update(body).digest('base64');
      const headers = { 'content-type': 'application/x-www-form-urlencoded', [header]: given };
      return take({ sourceId: id, provider: 'cloudpayments', body, headers });
    };
    const paid = {
      TransactionId: '891',
      Amount: '1500.50',
      Currency: 'RUB',
      DateTime: '2026-02-20 11:49:41',
      Status: 'Completed',
      OperationType: 'Payment',
      AccountId: 'shop-client-5',
      TestMode: '1',
    };
    expect(await call({ ...paid, TransactionId: '890', Status: 'Authorized' })).toEqual({
      outcome: 'ignored',
    });
    expect(await call(paid, 'x-content-hmac')).toEqual({ outcome: 'recorded' });
    expect(await call(paid)).toEqual({ outcome: 'known' });
    const back = {
      ...paid,
      TransactionId: '892',
      PaymentTransactionId: '891',
      Amount: '500',
      OperationType: 'Refund',
    };
    expect(await call(back)).toEqual({ outcome: 'recorded' });
    expect(await salesBy('cloudpayments')).toEqual([
      { key: '891', minor: 150_050n, currency: 'RUB', client: 'shop-client-5' },
    ]);
    expect(await refundsBy('cloudpayments')).toEqual([{ key: '892', minor: 50_000n, matched: true }]);
  });

  test('JSON signed by Standard Webhooks, with the secret that was shown once', async () => {
    const { id, secret } = await sourceOf('signed');
    const call = (messageId: string, body: string, signer = secret ?? '') => {
      const at = world.clock.now();
      const headers = {
        'webhook-id': messageId,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': new Webhook(signer).sign(messageId, at, body),
      };
      return take({ sourceId: id, provider: 'signed', body: Buffer.from(body), headers });
    };
    const body = JSON.stringify({
      type: 'sale',
      data: { externalId: 'inv-1', occurredAt: '2026-02-20T10:00:00Z', currency: 'RUB', amountMinor: 700 },
    });
    expect(await call('m1', body)).toEqual({ outcome: 'recorded' });
    expect(await call('m1', body)).toEqual({ outcome: 'known' });
    const rich = {
      externalId: 'inv-2',
      occurredAt: '2026-02-20T10:00:00Z',
      currency: 'RUB',
      amountMinor: 700,
      costMinor: 200,
      product: 'Кофе',
      clickId: 'clk_of_the_shop',
      visitorId: 'vis_of_the_shop',
    };
    expect(await call('m2-rich', JSON.stringify({ type: 'sale', data: rich }))).toEqual({
      outcome: 'recorded',
    });
    const { rows } = await look(world.system, (tx) =>
      sql`SELECT product, cost_minor, named_click, named_visitor FROM deals.v_sale_detail
          WHERE workspace_id = ${tx.workspaceId}::uuid AND external_id = 'inv-2'`.execute(tx.db),
    );
    expect(rows).toEqual([
      { product: 'Кофе', cost_minor: 200n, named_click: 'clk_of_the_shop', named_visitor: 'vis_of_the_shop' },
    ]);
    expect(await call('m2', '{"type":"sale","data":{"amountMinor":-1}}')).toEqual({ outcome: 'held' });
    expect(await call('m3', '\u0000not json')).toEqual({ outcome: 'held' });
    await expect(call('m4', body, `whsec_${Buffer.alloc(32, 1).toString('base64')}`)).rejects.toMatchObject({
      params: { because: 'signature_wrong' },
    });
  });

  test('a payment names a deal of the CRM in its metadata: the deal is won', async () => {
    await importDeals(world.contextOf('head'), {
      source: 'crm',
      deals: [{ externalId: 'D-17', title: 'Сделка из CRM' }],
    });
    const { id } = await sourceOf('stripe', { secret: STRIPE_SECRET });
    const paid = stripeEvent('payment_intent.succeeded', {
      id: 'pi_of_a_deal',
      object: 'payment_intent',
      amount_received: 500,
      currency: 'rub',
      status: 'succeeded',
      created: 1_772_000_000,
      metadata: { deal_id: 'D-17' },
    });
    expect(await stripeCall(id, paid)).toEqual({ outcome: 'recorded' });
    const { rows } = await look(world.system, (tx) =>
      sql`SELECT d.title, d.outcome FROM deals.v_deal_sale l JOIN deals.v_deal d ON d.id = l.deal_id
          JOIN deals.v_sale_detail s ON s.id = l.sale_id WHERE s.external_id = 'pi_of_a_deal'`.execute(tx.db),
    );
    expect(rows).toEqual([{ title: 'Сделка из CRM', outcome: 'won' }]);
  });

  test('a body is kept sealed for thirty days, its hash for ever; another company’s id leads nowhere', async () => {
    const kept = () =>
      look(world.system, (tx) =>
        sql<{ body: string | null; hash: string }>`
          SELECT body, body_sha256 AS hash FROM integrations.intake_event
          WHERE workspace_id = ${tx.workspaceId}::uuid`.execute(tx.db),
      );
    const before = await kept();
    expect(before.rows.length).toBeGreaterThan(5);
    expect(before.rows.every(({ body }) => body?.startsWith('s1.') && !body.includes('anna'))).toBe(true);
    world.clock.advance(31 * 86_400_000);
    await forgetIntakeBodies.run(world.system);
    const after = await kept();
    expect(after.rows.every(({ body, hash }) => body === null && /^[0-9a-f]{64}$/.test(hash))).toBe(true);
    await expect(
      take({ sourceId: 'src_0000000000000000000000000', provider: 'stripe', body: Buffer.from('{}') }),
    ).rejects.toMatchObject({ kind: 'not_found' });
  });
});
