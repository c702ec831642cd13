import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { judge } from './verdict.ts';

const BOTS = path.resolve(import.meta.dirname, '../../../../shared/data/bots');
const verdictOf = (userAgent: string) => judge({ method: 'GET', userAgent, purpose: undefined }).verdict;
const agents = (file: string) =>
  gunzipSync(readFileSync(path.join(BOTS, file)))
    .toString('utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');

test.runIf(existsSync(BOTS))(
  'no browser of the list is taken for a machine, and 99 of 100 crawlers are',
  () => {
    const browsers = agents('browsers.txt.gz');
    const crawlers = agents('crawlers.txt.gz');
    expect(browsers.length).toBeGreaterThan(500);
    expect(browsers.filter((agent) => verdictOf(agent) !== 'human')).toEqual([]);
    const missed = crawlers.filter((agent) => verdictOf(agent) === 'human');
    expect(missed.length / crawlers.length).toBeLessThanOrEqual(0.01);
  },
);

const ANDROID =
  'Mozilla/5.0 (Linux; Android 14; Pixel 8 Build/UQ1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0 Mobile Safari/537.36';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148';

test.each([
  ['instagram', `${ANDROID} Instagram 330.0.0.40.92 Android (34/14; 420dpi; Google; Pixel 8)`],
  ['instagram', `${IPHONE} Instagram 330.0.3.29.93 (iPhone15,2; iOS 17_5; ru_RU)`],
  ['facebook', `${IPHONE} [FBAN/FBIOS;FBAV/460.0.0.31.103;FBBV/1;FBDV/iPhone15,2;FBLC/ru_RU]`],
  ['facebook', `${ANDROID} [FB_IAB/FB4A;FBAV/460.0.0.48.109;]`],
  ['telegram', `${ANDROID} Telegram-Android/10.14.5 (Google Pixel 8; Android 14; SDK 34; HIGH)`],
  ['vk', `${IPHONE} VK/8.80`],
  ['vk', `${ANDROID} VKAndroidApp/8.80-20000`],
])('the browser inside %s is a person’s', (program, userAgent) => {
  expect(judge({ method: 'GET', userAgent, purpose: undefined })).toEqual({
    verdict: 'human',
    why: 'in_app',
    inApp: program,
  });
});

test.each([
  'TelegramBot (like TwitterBot)',
  'Mozilla/5.0 (compatible; vkShare; +http://vk.com/dev/Share)',
  'WhatsApp/2.23.20.0 A',
  'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
  'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
  'Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)',
])('a card is drawn for %s: a preview and no person', (agent) => {
  expect(verdictOf(agent)).toBe('preview');
});

test('fetched ahead, only asked for its head, watched or without a name: no person', () => {
  const visit = { method: 'GET', userAgent: IPHONE, purpose: undefined };
  expect(judge(visit).verdict).toBe('human');
  expect(judge({ ...visit, purpose: 'prefetch' }).why).toBe('prefetch_header');
  expect(judge({ ...visit, purpose: 'preview' }).why).toBe('preview_header');
  expect(judge({ ...visit, method: 'HEAD' }).why).toBe('head_request');
  expect(judge({ ...visit, userAgent: undefined }).why).toBe('no_agent');
  expect(judge({ ...visit, userAgent: 'curl/8.5.0' }).why).toBe('monitor');
  expect(judge({ ...visit, userAgent: 'Mozilla/5.0+(compatible; UptimeRobot/2.0)' }).why).toBe('monitor');
});
