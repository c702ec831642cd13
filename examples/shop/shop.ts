import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createMosty, verifyWebhook, MostyError } from '@mosty/sdk';
import { page } from './page.ts';

/**
 * A small shop that tells Mosty who came, who signed up, who paid and who was paid back.
 *
 *   MOSTY_URL=http://localhost:3000 MOSTY_KEY=mosty_sk_… node examples/shop/shop.ts
 */
const mosty = createMosty({
  url: process.env['MOSTY_URL'] ?? 'http://localhost:3000',
  key: process.env['MOSTY_KEY'] ?? '',
});
const webhookSecret = process.env['MOSTY_WEBHOOK_SECRET'] ?? '';
const PRICE = 490_000;
const DAYS_90_S = 90 * 86_400;

interface Order {
  readonly amount: number;
  readonly customer: string;
}
/** A real shop has a database here; the invoice number is what matters, for it is the sale's key for ever. */
const orders = new Map<string, Order>();
const heard: string[] = [];

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    const status = error instanceof MostyError && error.status >= 400 && error.status < 500 ? 422 : 500;
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
    response.end(error instanceof Error ? error.message : String(error));
  });
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'shop'}`);
  const asked = `${request.method} ${url.pathname}`;
  if (asked === 'GET /') return showShop(request, response, url);
  if (asked === 'POST /sign-up') return signUp(request, response);
  if (asked === 'POST /checkout') return checkOut(request, response);
  if (asked === 'POST /refund') return refund(request, response);
  if (asked === 'POST /webhook') return hear(request, response);
  response.writeHead(404).end();
}

/** A visitor comes by a link (the click's id is in the address) or by `?via=CODE` (we tell of the visit ourselves). */
async function showShop(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  let clickId = url.searchParams.get('mosty_click') ?? cookieOf(request, 'mosty_click');
  if (!clickId && (url.searchParams.has('via') || url.searchParams.has('ref'))) {
    const click = await mosty.track.click({
      url: url.href,
      userAgent: request.headers['user-agent'],
      referrer: request.headers.referer,
    });
    clickId = click.clickId;
  }
  // First-party, for ninety days, and only the id of the click: no personal data is kept in the browser.
  if (clickId)
    response.setHeader(
      'set-cookie',
      `mosty_click=${encodeURIComponent(clickId)}; Path=/; Max-Age=${DAYS_90_S}; SameSite=Lax; HttpOnly`,
    );
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page(PRICE, heard));
}

async function signUp(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const form = await formOf(request);
  const lead = await mosty.track.lead({
    clickId: cookieOf(request, 'mosty_click'),
    eventName: 'sign up',
    customerExternalId: form.get('customer') ?? randomUUID(),
    customerName: form.get('name') ?? undefined,
    customerEmail: form.get('email') ?? undefined,
  });
  say(response, 201, { lead: lead.id, partner: lead.partnerId });
}

async function checkOut(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const form = await formOf(request);
  const invoiceId = `INV-${randomUUID()}`;
  const customer = form.get('customer') ?? randomUUID();
  const order: Order = { amount: PRICE, customer };
  // Here a real shop takes the money. Told after the payment, and told again if this fails: one invoice is one sale.
  orders.set(invoiceId, order);
  const sale = await mosty.track.sale({
    customerExternalId: customer,
    amount: order.amount,
    currency: 'RUB',
    invoiceId,
    paymentProcessor: 'example',
    clickId: cookieOf(request, 'mosty_click'),
    code: form.get('code') || undefined,
  });
  say(response, 201, { invoiceId, sale: sale.id });
}

async function refund(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const form = await formOf(request);
  const invoiceId = form.get('invoiceId') ?? '';
  const order = orders.get(invoiceId);
  if (!order) return say(response, 404, { error: 'no such order' });
  const told = await mosty.track.refund({
    refundId: `${invoiceId}-R`,
    invoiceId,
    amount: order.amount,
    currency: 'RUB',
    reason: 'returned',
  });
  say(response, 201, { refund: told.id });
}

/** Mosty tells back: what was accrued, what was paid out. Only letters with its signature are believed. */
async function hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const event = await verifyWebhook(webhookSecret, {
    body: await bodyOf(request),
    headers: request.headers,
  });
  heard.push(event.type);
  response.writeHead(204).end();
}

function say(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts).toString('utf8');
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  return new URLSearchParams(await bodyOf(request));
}

function cookieOf(request: IncomingMessage, name: string): string | undefined {
  const found = new RegExp(`(?:^|; )${name}=([^;]+)`).exec(request.headers.cookie ?? '');
  return found?.[1] === undefined ? undefined : decodeURIComponent(found[1]);
}

server.listen(Number(process.env['PORT'] ?? 4000), '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : '';
  process.stdout.write(`The shop is open: http://127.0.0.1:${port}\n`);
});
