import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { S3 } from '@mosty/files';
import * as z from 'zod';

export const REPOSITORY = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const setting = z.string().trim().min(1).optional();

/** Every setting of the program. All are optional; a wrong or unknown `MOSTY_…` one stops the start by name. */
const schema = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  MOSTY_DATA_DIR: z.string().default(path.join(REPOSITORY, '.mosty')),
  /** Where people reach the program; links in letters and the sign-in's origin check use it. */
  MOSTY_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** How many proxies stand in front and set X-Forwarded-For, -Host and -Proto. */
  MOSTY_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** Outside PostgreSQL (≥ 15) as its owner, instead of the program's own. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** The same database as a role that owns nothing, when the program may not create one. */
  DATABASE_APP_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** For development: webhooks may go to plain http and to this machine and network. */
  MOSTY_WEBHOOKS_INSIDE: z.enum(['refused', 'allowed']).default('refused'),
  MAIL_FROM: setting,
  /** A file of MaxMind's format that tells the country of an address; without one no country is told. */
  MOSTY_GEOIP: setting,
  /** Uploaded files in a storage that speaks S3's language, instead of the data folder: the bucket's address. */
  MOSTY_S3_URL: z.url({ protocol: /^https?$/ }).optional(),
  MOSTY_S3_REGION: z.string().trim().min(1).default('us-east-1'),
  MOSTY_S3_KEY: setting,
  MOSTY_S3_SECRET: setting,
});

const DATABASE = 'an address such as postgres://user:password@host:5432/mosty';
const MUST_BE: Record<string, string> = {
  PORT: 'a whole number from 1 to 65535',
  MOSTY_PUBLIC_URL: 'the address people open, such as https://partners.example.org',
  MOSTY_PROXIES: 'a whole number from 0 to 10',
  MOSTY_WEBHOOKS_INSIDE: '"refused", or "allowed" on a machine where only you work',
  DATABASE_URL: DATABASE,
  DATABASE_APP_URL: DATABASE,
  SMTP_URL: 'an address such as smtp://user:password@host:587',
  MOSTY_GEOIP: "the path of a file of MaxMind's format",
  MOSTY_S3_URL: 'the address of a bucket, such as https://storage.example.net/mosty',
  MAIL_FROM: 'who writes the letters, such as Mosty <partners@example.org>',
};
/** Their values carry passwords and are not repeated. */
const SECRET = new Set(['DATABASE_URL', 'DATABASE_APP_URL', 'SMTP_URL', 'MOSTY_S3_SECRET']);

function wrongInWords(name: string, value: string | undefined): string {
  const given = value === undefined || SECRET.has(name) ? '' : `, not "${value}"`;
  return `${name} must be ${MUST_BE[name] ?? 'something else'}${given}.`;
}

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly publicUrl: string;
  readonly proxies: number;
  readonly databaseUrl: string | undefined;
  readonly databaseAppUrl: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string | undefined;
  readonly geoip?: string | undefined;
  readonly webhooksInside: boolean;
  /** Null: uploaded files lie in the data folder. */
  readonly s3?: S3 | null;
}

/** A setting is wrong; the message names it and says what would do. */
export class ConfigError extends Error {}

/** @throws ConfigError naming each wrong setting */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const strange = Object.keys(env).filter((name) => name.startsWith('MOSTY_') && !(name in schema.shape));
  if (strange.length > 0) {
    throw new ConfigError(
      `Unknown setting ${strange.join(', ')}. Known ones: ${Object.keys(schema.shape).join(', ')}.`,
    );
  }
  const given = Object.fromEntries(
    Object.entries(env).filter(([name, value]) => name in schema.shape && value !== ''),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const names = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
    throw new ConfigError([...names].map((name) => wrongInWords(name, given[name])).join('\n'));
  }
  const value = parsed.data;
  if (value.SMTP_URL && !value.MAIL_FROM)
    throw new ConfigError('SMTP_URL is set but MAIL_FROM is not: who writes the letters?');
  return {
    s3: s3Of(value),
    port: value.PORT,
    host: value.HOST,
    dataDir: path.resolve(value.MOSTY_DATA_DIR),
    publicUrl: value.MOSTY_PUBLIC_URL ?? `http://localhost:${value.PORT}`,
    proxies: value.MOSTY_PROXIES,
    databaseUrl: value.DATABASE_URL,
    databaseAppUrl: value.DATABASE_APP_URL,
    smtpUrl: value.SMTP_URL,
    mailFrom: value.MAIL_FROM,
    geoip: value.MOSTY_GEOIP,
    webhooksInside: value.MOSTY_WEBHOOKS_INSIDE === 'allowed',
  };
}

function s3Of(value: z.output<typeof schema>): S3 | null {
  const { MOSTY_S3_URL: url, MOSTY_S3_REGION: region, MOSTY_S3_KEY: key, MOSTY_S3_SECRET: secret } = value;
  if (url === undefined) return null;
  if (key === undefined || secret === undefined)
    throw new ConfigError(
      'MOSTY_S3_URL is set but MOSTY_S3_KEY or MOSTY_S3_SECRET is not: who are we there?',
    );
  return { url, region, key, secret };
}
