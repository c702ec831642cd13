import * as z from 'zod';
import { expect, test } from 'vitest';
import type { Context } from '@mosty/kernel/context';
import { serve } from '@mosty/kernel/http';
import { operation } from '@mosty/kernel/operation';
import { buildServer } from './server.ts';

const whereAsked = operation({
  id: 'whereAsked',
  method: 'GET',
  path: '/where',
  summary: 'Where it was asked',
  tag: 'test',
  permission: 'public',
  answer: z.object({ origin: z.string() }),
});

async function whereBehind(proxies: number, headers: Record<string, string>): Promise<string> {
  const app = await buildServer({
    served: [serve(whereAsked, async (_ctx, { origin }) => ({ origin }))],
    resolve: async () => ({}) as Context,
    extend: () => {},
    extendApi: () => {},
    health: { troubles: async () => [] },
    proxies,
    publicUrl: 'https://partners.example/',
    requestsPerMinuteMax: 100,
    log: false,
  });
  const answer = await app.inject({ url: '/api/v1/where', headers });
  await app.close();
  return answer.json<{ origin: string }>().origin;
}

const FORGED = { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http' };

test('without proxies of ours nobody says where we are asked: neither X-Forwarded-Host nor Host', async () => {
  expect(await whereBehind(0, FORGED)).toBe('https://partners.example');
});

test('a proxy of ours is believed, its own word and not what came before it', async () => {
  const told = { 'x-forwarded-host': 'evil.example, go.example', 'x-forwarded-proto': 'http, https' };
  expect(await whereBehind(1, told)).toBe('https://go.example');
});

test('a proxy that says nothing leaves the configured address, whatever Host is', async () => {
  expect(await whereBehind(1, { host: 'evil.example' })).toBe('https://partners.example');
  expect(await whereBehind(1, { 'x-forwarded-host': 'no host at all' })).toBe('https://partners.example');
});
