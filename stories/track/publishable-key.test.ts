import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApiKey } from '@mosty/identity';
import { runningMosty } from './running.fixture.ts';

let mosty: Awaited<ReturnType<typeof runningMosty>>;
let key: string;
beforeAll(async () => {
  mosty = await runningMosty();
  ({ secret: key } = await createApiKey(mosty.world.contextOf('owner'), {
    name: 'page',
    kind: 'publishable',
    scopes: [],
  }));
}, 60_000);
afterAll(() => mosty?.close());

const BROWSER =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1';

/** As a page of another site asks: with its origin, its key and no cookie. */
async function tell(what: string, origin: string | null, body: object, agent = BROWSER) {
  const answer = await fetch(`${mosty.url}/api/v1/track/${what}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      'user-agent': agent,
      ...(origin === null ? {} : { origin }),
    },
    body: JSON.stringify(body),
  });
  const { code, ...told } = (await answer.json()) as Record<string, unknown>;
  return { status: answer.status, code, told, open: answer.headers.get('access-control-allow-origin') };
}

const visit = { url: 'https://shop.example/tea?ref=MARIA&utm_source=x' };

it('a page tells its visits, also of those who came by a code, and the browser lets it', async () => {
  const asked = await fetch(`${mosty.url}/api/v1/track/click`, {
    method: 'OPTIONS',
    headers: { origin: 'https://shop.example', 'access-control-request-headers': 'authorization' },
  });
  expect(asked.status).toBe(204);
  expect(asked.headers.get('access-control-allow-headers')).toContain('authorization');
  const answer = await tell('click', 'https://shop.example', visit);
  expect(answer).toMatchObject({ status: 201, open: '*', told: { partnerId: mosty.partnerId } });
});

it('no other site, no program and no other verb may use the key', async () => {
  expect(await tell('click', 'https://evil.example', visit)).toMatchObject({
    status: 403,
    code: 'tracking.origin_not_allowed',
    open: '*',
  });
  expect(await tell('click', null, visit)).toMatchObject({ status: 403, code: 'identity.foreign_origin' });
  const sale = { customerExternalId: 'c', amount: 1, invoiceId: 'i' };
  expect(await tell('sale', 'https://shop.example', sale)).toMatchObject({
    status: 403,
    code: 'identity.scope_missing',
  });
});
