import { createContext, runInContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { trackerScript } from './tracker.ts';

const CLICK = 'clk_01k00000000000000000000000';

/** A page as far as the script sees one. */
function page(url: string, data: Record<string, string>, cookies: Record<string, string> = {}) {
  const jar = new Map(Object.entries(cookies));
  const heard = new Map<string, (event: unknown) => void>();
  const told: { url: string; body: Record<string, unknown>; headers: Record<string, string> }[] = [];
  const context = createContext({
    URL,
    location: { href: url },
    document: {
      currentScript: { src: 'https://go.example/tracker.js', dataset: data },
      referrer: 'https://vk.com/',
      get cookie() {
        return [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      },
      set cookie(text: string) {
        const [pair = '', ...rest] = text.split(';');
        const [name = '', value = ''] = pair.split('=');
        if (rest.includes('Max-Age=0')) jar.delete(name);
        else jar.set(name, value);
      },
    },
    addEventListener: (kind: string, listener: (event: unknown) => void) => heard.set(kind, listener),
    fetch: (where: string, its: { body: string; headers: Record<string, string> }) => {
      told.push({ url: where, body: JSON.parse(its.body) as Record<string, unknown>, headers: its.headers });
      return Promise.resolve({ ok: true, json: () => Promise.resolve({ clickId: CLICK }) });
    },
  });
  runInContext(trackerScript(), context);
  const { mosty } = context as unknown as {
    mosty: { ready: Promise<string>; clickId(): string; consent(yes: boolean): void };
  };
  const follow = (href: string) => {
    const link = { href, host: new URL(href).host };
    heard.get('click')?.({ target: { closest: () => link } });
    return link.href;
  };
  return { jar, told, mosty, follow };
}

test('it is less than 2 KB on the wire', () => {
  expect(gzipSync(trackerScript()).length).toBeLessThan(2_048);
});

test('no cookie without consent; the click still goes along to the other domains of the company, and nowhere else', () => {
  const { jar, mosty, follow, told } = page(`https://shop.example/?mosty_click=${CLICK}`, {
    domains: 'pay.example other.example',
  });
  expect(mosty.clickId()).toBe(CLICK);
  expect([...jar]).toEqual([]);
  expect(told).toEqual([]);
  expect(follow('https://pay.example/a?b=1#c')).toBe(`https://pay.example/a?b=1&mosty_click=${CLICK}#c`);
  expect(follow('https://vk.com/')).toBe('https://vk.com/');
  expect(follow('https://shop.example/next')).toBe('https://shop.example/next');
});

test('with consent the click is kept, and withdrawn with it', () => {
  const { jar, mosty } = page(`https://shop.example/?mosty_click=${CLICK}`, {});
  mosty.consent(true);
  expect(jar.get('mosty_click')).toBe(CLICK);
  const next = page('https://shop.example/next', {}, Object.fromEntries(jar));
  expect(next.mosty.clickId()).toBe(CLICK);
  next.mosty.consent(false);
  expect([...next.jar]).toEqual([]);
});

test('?via= and ?ref= are told once with the publishable key, and answer with a click', async () => {
  for (const name of ['via', 'ref']) {
    const { told, mosty, jar } = page(`https://shop.example/?${name}=anna`, {
      key: 'pk_1',
      consent: 'given',
    });
    expect(await mosty.ready).toBe(CLICK);
    expect(told).toEqual([
      {
        url: 'https://go.example/api/v1/track/click',
        headers: { authorization: 'Bearer pk_1', 'content-type': 'application/json' },
        body: {
          key: 'anna',
          url: `https://shop.example/?${name}=anna`,
          referrer: 'https://vk.com/',
          consented: true,
        },
      },
    ]);
    expect(jar.get('mosty_click')).toBe(CLICK);
  }
});

test('what is not a click of ours is not taken for one', () => {
  expect(page('https://shop.example/?mosty_click=%3Cscript%3E', {}).mosty.clickId()).toBeUndefined();
});
