import { createHash } from 'node:crypto';
import { createIntakeSource, takePayment } from '@mosty/integrations';
import { createEndpoint, createPostback, type Letter, type Outcome } from '@mosty/webhooks';
import { PUBLIC_EVENTS } from '@mosty/webhooks/contract';
import type { Database } from '@mosty/kernel/db';
import type { Enrolled } from './enrol.ts';
import type { Stage } from './stage.ts';

/** Nobody owns these: RFC 2606. Nothing of the demo leaves the house either way. */
const WAREHOUSE = 'https://sklad.example/hooks/partners';
const NETWORK = 'https://network.example/postback?click={click_id}&sum={amount}&cur={currency}';
/** One delivery in so many meets a warehouse that restarts. */
const HICCUP_EVERY = 11;

/** A month before the end: the warehouse asks to be told, and the shop's payments begin to come by themselves. */
export async function tellEventsOut(
  stage: Stage,
  database: Database,
  enrolled: ReadonlyMap<string, Enrolled>,
  clientExternalId: string | undefined,
): Promise<void> {
  await createEndpoint(stage.owner, {
    url: WAREHOUSE,
    events: PUBLIC_EVENTS,
    description: 'Склад: отгружает после оплаты',
  });
  const compares = enrolled.get('СравниСофт');
  if (compares)
    await createPostback(stage.head, { partnerId: compares.partnerId, about: 'sale', url: NETWORK });
  await takePayments(stage, database, clientExternalId);
}

async function takePayments(stage: Stage, database: Database, client: string | undefined): Promise<void> {
  const { source, secret } = await createIntakeSource(stage.owner, {
    provider: 'yookassa',
    name: 'ЮKassa, магазин на сайте',
    trustsUnread: true,
    checksAddress: false,
    takesTest: true,
  });
  const tell = (event: string, object: object) =>
    takePayment(
      { database, contextOf: async () => stage.system },
      {
        sourceId: source.id,
        provider: 'yookassa',
        pathSecret: secret,
        body: Buffer.from(JSON.stringify({ type: 'notification', event, object })),
        headers: { 'content-type': 'application/json' },
        address: '185.71.76.5',
      },
    );
  const at = stage.clock.now().toISOString();
  const payment = (place: number, value: string, status = 'succeeded') => ({
    id: `demo-payment-${place}`,
    status,
    paid: status === 'succeeded',
    amount: { value, currency: 'RUB' },
    created_at: at,
    metadata: client ? { customer_id: client } : {},
  });
  await tell('payment.waiting_for_capture', payment(1, '4900.00', 'waiting_for_capture'));
  await tell('payment.succeeded', payment(1, '4900.00'));
  await tell('payment.succeeded', payment(2, '12900.00'));
  await tell('payment.canceled', payment(3, '4900.00', 'canceled'));
  await tell('refund.succeeded', {
    id: 'demo-refund-1',
    payment_id: 'demo-payment-2',
    status: 'succeeded',
    amount: { value: '12900.00', currency: 'RUB' },
    created_at: at,
  });
}

/** What the warehouse of the demo would answer; it is never asked. */
export async function playReceiver(letter: Letter): Promise<Outcome> {
  const drawn = createHash('sha256')
    .update(`${letter.url}${letter.headers['webhook-signature'] ?? ''}`)
    .digest();
  const durationMs = 40 + (drawn[0] ?? 0);
  const restarts = (drawn[1] ?? 0) % HICCUP_EVERY === 0;
  return restarts
    ? { status: 503, durationMs, error: 'status', answer: 'демо: склад перезапускается', retryAfterMs: 0 }
    : {
        status: 200,
        durationMs,
        error: null,
        answer: '{"ok":true,"demo":"адрес не вызывался"}',
        retryAfterMs: 0,
      };
}
