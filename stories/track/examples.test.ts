import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Webhook } from 'standardwebhooks';
import { runningMosty } from './running.fixture.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const WEBHOOK_SECRET = `whsec_${Buffer.from('a secret of this test only').toString('base64')}`;

/** A person: a program that names itself is a machine, and machines bring nobody. */
const BROWSER =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36';

let mosty: Awaited<ReturnType<typeof runningMosty>>;
beforeAll(async () => {
  mosty = await runningMosty();
}, 60_000);
afterAll(() => mosty?.close());

describe('the examples run', () => {
  it('curl: click, lead, sale, the same sale again, a part back', async () => {
    const before = await mosty.earned();
    const { stdout } = await promisify(execFile)('bash', [path.join(ROOT, 'examples/curl.sh')], {
      env: { ...process.env, MOSTY_URL: mosty.url, MOSTY_KEY: mosty.key, CODE: 'MARIA' },
    });
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(answers.map((answer) => answer['known'])).toEqual([undefined, false, false, true, false]);
    expect(answers[1]).toMatchObject({ partnerId: mosty.partnerId });
    expect((await mosty.earned()) - before).toBe(40_000n);
  });

  it('the shop: ?via=, sign-up, checkout, return, and a signed letter back (S3.11)', async () => {
    const shop = spawn(process.execPath, [path.join(ROOT, 'examples/shop/shop.ts')], {
      env: {
        ...process.env,
        MOSTY_URL: mosty.url,
        MOSTY_KEY: mosty.key,
        MOSTY_WEBHOOK_SECRET: WEBHOOK_SECRET,
        PORT: '0',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const [line] = (await once(shop.stdout, 'data')) as [Buffer];
      const url = /http\S+/.exec(line.toString())?.[0] ?? '';
      const before = await mosty.earned();
      const shown = await fetch(`${url}/?via=maria`, { headers: { 'user-agent': BROWSER } });
      const cookie = shown.headers.get('set-cookie')?.split(';')[0] ?? '';
      expect(cookie).toMatch(/^mosty_click=clk_/);
      const post = async (where: string, form: Record<string, string>) => {
        const answer = await fetch(url + where, {
          method: 'POST',
          headers: { cookie },
          body: new URLSearchParams(form),
        });
        expect(answer.status).toBe(201);
        return (await answer.json()) as Record<string, string>;
      };
      const lead = await post('/sign-up', { customer: 'C-77', name: 'Анна', email: 'anna@example.com' });
      expect(lead['partner']).toBe(mosty.partnerId);
      const { invoiceId = '' } = await post('/checkout', { customer: 'C-77' });
      expect((await mosty.earned()) - before).toBe(49_000n);
      await post('/refund', { invoiceId });
      expect((await mosty.earned()) - before).toBe(0n);

      const letter = JSON.stringify({
        type: 'accrual.created',
        timestamp: new Date().toISOString(),
        data: {},
      });
      const at = new Date();
      const signed = {
        'webhook-id': 'evt_1',
        'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
        'webhook-signature': new Webhook(WEBHOOK_SECRET).sign('evt_1', at, letter),
      };
      const told = (body: string) => fetch(`${url}/webhook`, { method: 'POST', headers: signed, body });
      expect((await told(letter)).status).toBe(204);
      expect((await told(`${letter} `)).status).toBe(500);
      expect(await (await fetch(url)).text()).toContain('accrual.created');
    } finally {
      shop.kill();
    }
  });
});
