import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { describe, expect, test } from 'vitest';
import { PUBLIC_EVENTS } from '../contract/events.ts';
import { checkUrl } from './address.ts';
import { bodyOf, publicData, TOLD } from './public-events.ts';
import { ATTEMPTS_MAX, nextAttempt } from './schedule.ts';
import { SECRET_PREFIX, signed } from './signature.ts';
import { checkTemplate, filled, majorUnits } from './template.ts';

const secretOf = (bytes: Uint8Array) => SECRET_PREFIX + Buffer.from(bytes).toString('base64');
const key = fc.uint8Array({ minLength: 24, maxLength: 64 }).map(secretOf);

describe('the signature', () => {
  test('is accepted by the library of Standard Webhooks, whichever of two secrets the receiver has', () => {
    fc.assert(
      fc.property(key, key, fc.jsonValue(), (first, second, data) => {
        const body = JSON.stringify({ type: 'sale.created', data });
        const headers = signed([first, second], { id: 'evt_1', at: new Date(), body });
        for (const secret of [first, second])
          expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body));
      }),
    );
  });

  test('is refused when a byte, the id or the time is another', () => {
    const secret = secretOf(new Uint8Array(32).fill(7));
    const headers = signed([secret], { id: 'evt_1', at: new Date(), body: '{"a":1}' });
    const receiver = new Webhook(secret);
    expect(() => receiver.verify('{"a":2}', headers)).toThrow();
    expect(() => receiver.verify('{"a":1}', { ...headers, 'webhook-id': 'evt_2' })).toThrow();
    const old = signed([secret], { id: 'evt_1', at: new Date(Date.now() - 3_600_000), body: '{"a":1}' });
    expect(() => receiver.verify('{"a":1}', old)).toThrow();
  });
});

describe('the pauses between attempts', () => {
  test('grow, spread by a fifth, and end after about three days', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 12 }), (chances) => {
        let at = new Date('2026-03-02T06:00:00Z');
        const began = at.getTime();
        let attempts = 1;
        for (const chance of chances) {
          const next = nextAttempt(attempts, at, chance);
          if (!next) break;
          expect(next.getTime()).toBeGreaterThan(at.getTime());
          at = next;
          attempts += 1;
        }
        const days = (at.getTime() - began) / 86_400_000;
        expect(attempts).toBe(ATTEMPTS_MAX);
        expect(days).toBeGreaterThan(2.4);
        expect(days).toBeLessThan(3.7);
      }),
    );
  });

  test('are as long as the receiver asks, an hour at most', () => {
    const at = new Date(0);
    expect(nextAttempt(1, at, 0.5, 600_000)?.getTime()).toBe(600_000);
    expect(nextAttempt(1, at, 0.5, 86_400_000)?.getTime()).toBe(3_600_000);
  });
});

describe('what is told outside', () => {
  test('every event has a shape and words, and nothing beside the shape leaves', () => {
    expect(Object.keys(TOLD).sort()).toEqual([...PUBLIC_EVENTS].sort());
    const body = {
      type: 'agreement.accepted',
      agreementId: 'agr_1',
      partnerId: 'par_1',
      version: 2,
      email: 'anna@example.org',
    };
    expect(publicData({ type: 'agreement.accepted', at: new Date(0), body })).toEqual({
      agreementId: 'agr_1',
      partnerId: 'par_1',
      version: 2,
    });
  });

  test('one deal or many are told as a list; amounts are whole numbers', () => {
    const at = new Date(0);
    expect(publicData({ type: 'deal.won', at, body: { dealId: 'deal_1' } })).toEqual({ dealIds: ['deal_1'] });
    expect(() => bodyOf({ type: 'deal.won', at, body: {} })).toThrow();
    const payout = {
      payoutId: 'po_1',
      partnerId: 'par_1',
      amountMinor: 1250,
      currency: 'RUB',
      paidOn: '2026-03-02',
    };
    expect(JSON.parse(bodyOf({ type: 'payout.paid', at, body: payout }))).toEqual({
      type: 'payout.paid',
      timestamp: '1970-01-01T00:00:00.000Z',
      data: payout,
    });
  });
});

describe('a postback’s address', () => {
  test('takes known fields, percent-encoded, and none in the name of the site', () => {
    const url = 'https://track.example/{click_id}?s={sale_id}&a={amount}';
    expect(checkTemplate(url)).toBeNull();
    expect(filled(url, { click_id: 'a/b&c', amount: '12.50' })).toBe(
      'https://track.example/a%2Fb%26c?s=&a=12.50',
    );
    expect(checkTemplate('https://x.example/?e={email}')?.code).toBe('webhooks.field_unknown');
    expect(checkTemplate('https://{click_id}.example/')?.code).toBe('webhooks.field_in_host');
    expect(checkTemplate('https://a@{click_id}/x')?.code).toBe('webhooks.field_in_host');
  });

  test('says amounts in major units to the last kopeck', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (minor) => {
        const [whole = '', part = ''] = majorUnits(minor, 'RUB').split('.');
        expect(BigInt(whole) * 100n + BigInt(part)).toBe(minor);
        expect(majorUnits(minor, 'JPY')).toBe(minor.toString());
      }),
    );
  });
});

test('an address is https without a password; http only where development allows it', () => {
  expect(checkUrl('https://shop.example/hooks', false)).toBeNull();
  expect(checkUrl('http://shop.example/hooks', false)?.code).toBe('webhooks.url_not_https');
  expect(checkUrl('http://shop.example/hooks', true)).toBeNull();
  expect(checkUrl('https://a:b@shop.example/', false)?.code).toBe('webhooks.url_with_password');
  for (const wrong of ['shop', 'javascript:alert(1)', 'file:///etc/passwd', 'https://'])
    expect(checkUrl(wrong, true)).not.toBeNull();
});
