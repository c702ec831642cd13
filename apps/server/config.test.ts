import { expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

function refusal(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
}

test.each([
  ['PORT', 'abc', 'PORT must be a whole number from 1 to 65535, not "abc".'],
  ['PORT', '0', '1 to 65535'],
  ['PORT', '70000', '1 to 65535'],
  ['PORT', '80.5', 'whole number'],
  ['MOSTY_PUBLIC_URL', 'partners.example.org', 'https://'],
  ['MOSTY_PUBLIC_URL', 'javascript:alert(1)', 'https://'],
  ['MOSTY_PROXIES', '-1', '0 to 10'],
  ['DATABASE_URL', 'mysql://a:hidden@b/c', 'postgres://'],
  ['DATABASE_APP_URL', 'hidden', 'postgres://'],
  ['SMTP_URL', 'mail.example.org:hidden', 'smtp://'],
  ['MAIL_FROM', '   ', 'who writes'],
  ['MOSTY_PORT', '3000', 'Unknown setting MOSTY_PORT'],
])('a wrong %s (%s) is named, in words, with what would do', (name, value, words) => {
  const said = refusal({ [name]: value });
  expect(said).toContain(name);
  expect(said).toContain(words);
  expect(said).not.toContain('hidden');
});

test('every wrong setting is named at once, and letters need a sender', () => {
  const said = refusal({ PORT: 'x', MOSTY_PROXIES: 'y' });
  expect(said).toMatch(/PORT[^]*MOSTY_PROXIES/);
  expect(refusal({ SMTP_URL: 'smtp://localhost' })).toContain('MAIL_FROM');
});

test('an empty value is no value', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 3000, databaseUrl: undefined });
});
