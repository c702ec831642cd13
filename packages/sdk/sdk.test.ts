import { describe, expect, it } from 'vitest';
import { Webhook } from 'standardwebhooks';
import { createMosty, MostyError, verifyWebhook } from './index.ts';

const SECRET = `whsec_${Buffer.from('a secret of this test only').toString('base64')}`;

/** Answers in turn; tells which keys came and how long was waited. */
function told(answers: readonly (() => Response | Promise<Response>)[], timeoutMs?: number) {
  const keys: (string | null)[] = [];
  const waits: number[] = [];
  const mosty = createMosty({
    url: 'https://mosty.example/',
    key: 'mosty_sk_x',
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    wait: async (ms) => void waits.push(ms),
    fetch: async (input, init) => {
      const request = new Request(input, init);
      keys.push(request.headers.get('idempotency-key'));
      expect(request.url).toBe('https://mosty.example/api/v1/track/lead');
      const answer = answers[keys.length - 1] ?? expect.fail('asked too often');
      return Promise.race([
        Promise.resolve(answer()),
        new Promise<never>((_, reject) =>
          init?.signal?.addEventListener('abort', () => reject(new DOMException('too long', 'TimeoutError'))),
        ),
      ]);
    },
  });
  return { keys, waits, lead: () => mosty.track.lead({ eventName: 'sign up', customerExternalId: 'c' }) };
}

const done = () => Response.json({ id: 'led_1', known: false }, { status: 201 });
const problem =
  (status: number, code: string, headers: Record<string, string> = {}) =>
  () =>
    Response.json({ code, params: { key: 'c' } }, { status, headers });

describe('a call', () => {
  it('is tried again with the same key while somebody is busy or away', async () => {
    const away = () => Promise.reject(new TypeError('fetch failed'));
    const { keys, waits, lead } = told([
      away,
      problem(429, 'request.too_many', { 'retry-after': '7' }),
      problem(503, 'database.unreachable'),
      done,
    ]);
    expect(await lead()).toMatchObject({ id: 'led_1' });
    expect(new Set(keys).size).toBe(1);
    expect(keys).toHaveLength(4);
    expect(waits[1]).toBe(7_000);
  });

  it('does not keep a checkout waiting for as long as a server asks', async () => {
    const { keys, waits, lead } = told([problem(429, 'request.too_many', { 'retry-after': '60' })]);
    await expect(lead()).rejects.toMatchObject({ status: 429 });
    expect([keys.length, waits]).toEqual([1, []]);
  });

  it('is not tried again when another time would not help', async () => {
    const { keys, lead } = told([problem(409, 'tracking.told_differently')]);
    await expect(lead()).rejects.toMatchObject({
      status: 409,
      code: 'tracking.told_differently',
      params: { key: 'c' },
    });
    expect(keys).toHaveLength(1);
  });

  it('ends with what stood in its way', async () => {
    const page = () => new Response('<h1>Bad gateway</h1>', { status: 502 });
    const { lead } = told([page, page, page, page]);
    await expect(lead()).rejects.toThrow(MostyError);
    const never = () => new Promise<Response>(() => {});
    const slow = told([never, never, never, never], 5);
    await expect(slow.lead()).rejects.toMatchObject({ code: 'sdk.timeout' });
  });
});

describe('a letter', () => {
  const body = JSON.stringify({ type: 'sale.created', timestamp: '2026-03-02T06:00:00Z', data: {} });
  const at = new Date('2026-03-02T06:00:00Z');
  const headers = (signature: string) => ({
    'webhook-id': 'evt_1',
    'webhook-timestamp': String(at.getTime() / 1_000),
    'webhook-signature': signature,
  });
  const signature = new Webhook(SECRET).sign('evt_1', at, body);

  it('signed by the library of Standard Webhooks is believed, also beside the signature of an older secret', async () => {
    expect(await verifyWebhook(SECRET, { body, headers: headers(signature) }, at)).toMatchObject({
      type: 'sale.created',
    });
    const two = new Headers(headers(`v1,AAAA ${signature}`));
    expect(await verifyWebhook(SECRET, { body, headers: two }, at)).toMatchObject({ type: 'sale.created' });
  });

  it('forged, unsigned or old is not', async () => {
    const codes = async (received: { body: string; headers: Record<string, string> }, now = at) =>
      verifyWebhook(SECRET, received, now).then(
        () => 'believed',
        (error: MostyError) => error.code,
      );
    expect(await codes({ body: body.replace('sale', 'salt'), headers: headers(signature) })).toBe(
      'sdk.webhook_forged',
    );
    expect(await codes({ body, headers: headers('v1,%%%') })).toBe('sdk.webhook_forged');
    expect(await codes({ body, headers: headers('v1a,zzz') })).toBe('sdk.webhook_forged');
    expect(await codes({ body, headers: {} })).toBe('sdk.webhook_not_signed');
    const late = new Date(at.getTime() + 301_000);
    expect(await codes({ body, headers: headers(signature) }, late)).toBe('sdk.webhook_too_old');
  });
});
