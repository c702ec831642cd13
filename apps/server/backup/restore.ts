import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import path from 'node:path';
import { createGunzip } from 'node:zlib';
import copyStreams from 'pg-copy-streams';
import pg from 'pg';
import type { Contents } from '@mosty/files';
import { migrate } from '@mosty/kernel/db';
import { FORMAT } from './backup.ts';

export interface RestoreReport {
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
  /** The database as it was before, kept under this name. */
  readonly keptAs: string;
  readonly secrets: Record<string, string>;
}

/** Where files are brought back to: those that are there already stay, for their name is what they are. */
interface FilePlace {
  readonly contents: Contents;
  readonly incoming: string;
}

interface Head {
  readonly format: string;
  readonly migrations: { readonly module: string; readonly name: string; readonly hash: string }[];
  readonly secrets: Record<string, string>;
}

/**
 * Brings a backup back, also under a running program: the copy is built and checked in a new database, which then
 * takes the old one's name. The old database is kept. The program's connections are cut and open anew by themselves.
 * @throws when the file is not whole, or comes from a newer version
 */
export async function restore(
  ownerUrl: string,
  file: string,
  at: Date,
  place?: FilePlace,
): Promise<RestoreReport> {
  const target = new URL(ownerUrl);
  const name = decodeURIComponent(target.pathname.slice(1));
  const stamp = at.toISOString().replace(/\D/g, '').slice(0, 14);
  const fresh = `${name}_restoring_${stamp}`;
  const keptAs = `${name}_before_${stamp}`;
  const admin = new pg.Client({ connectionString: withDatabase(target, 'postgres') });
  await admin.connect();
  try {
    await admin.query(`CREATE DATABASE ${pg.escapeIdentifier(fresh)} TEMPLATE template0`);
    try {
      const loaded = await load(withDatabase(target, fresh), file, place);
      await cutConnections(admin, name);
      await admin.query(
        `ALTER DATABASE ${pg.escapeIdentifier(name)} RENAME TO ${pg.escapeIdentifier(keptAs)}`,
      );
      await admin.query(
        `ALTER DATABASE ${pg.escapeIdentifier(fresh)} RENAME TO ${pg.escapeIdentifier(name)}`,
      );
      await admin.query(`ALTER DATABASE ${pg.escapeIdentifier(keptAs)} ALLOW_CONNECTIONS true`);
      return { ...loaded, keptAs };
    } catch (error) {
      await admin.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(fresh)} WITH (FORCE)`);
      throw error;
    }
  } finally {
    await admin.end();
  }
}

function withDatabase(url: URL, database: string): string {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(database)}`;
  return other.toString();
}

async function cutConnections(admin: pg.Client, name: string): Promise<void> {
  await admin.query(`ALTER DATABASE ${pg.escapeIdentifier(name)} ALLOW_CONNECTIONS false`);
  await admin.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()',
    [name],
  );
}

async function load(
  url: string,
  file: string,
  place: FilePlace | undefined,
): Promise<{ tables: number; rows: number; files: number; secrets: Record<string, string> }> {
  const lines = linesOf(createReadStream(file).pipe(createGunzip()));
  const head = await readHead(lines, file);
  await migrate(url);
  const client = new pg.Client({ connectionString: url, application_name: 'mosty restore' });
  await client.connect();
  try {
    await refuseNewer(client, head);
    await client.query('BEGIN');
    const guards = await standDown(client);
    let tables = 0;
    let rows = 0;
    let files = 0;
    for (;;) {
      const next = await lines.next();
      if (next.done) throw new Error(`The backup ${file} is cut short: its end is missing.`);
      const note = JSON.parse(next.value) as {
        table?: string;
        columns?: string;
        parts?: readonly Part[] | null;
        content?: { company: string; sha256: string };
        end?: boolean;
        rows?: number;
      };
      if (note.end) {
        if (note.rows !== rows)
          throw new Error(`The backup ${file} says ${note.rows} rows but holds ${rows}.`);
        break;
      }
      if (note.content) {
        await loadContent(note.content, lines, place);
        files += 1;
        continue;
      }
      await makeParts(client, String(note.table), note.parts ?? []);
      rows += await loadTable(client, String(note.table), String(note.columns), lines);
      tables += 1;
    }
    await standGuard(client, guards);
    await client.query('COMMIT');
    return { tables, rows, files, secrets: head.secrets };
  } finally {
    await client.end();
  }
}

/** Lines end at a line feed and nowhere else: readline would also cut at U+2028, which COPY leaves as it is. */
async function* linesOf(stream: AsyncIterable<Buffer>): AsyncGenerator<string, undefined> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of stream) {
    const block = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    let from = 0;
    for (let end = block.indexOf(10); end >= 0; end = block.indexOf(10, from)) {
      yield block.toString('utf8', from, end);
      from = end + 1;
    }
    rest = block.subarray(from);
  }
  if (rest.length > 0) yield rest.toString('utf8');
  return undefined;
}

async function readHead(lines: AsyncIterator<string, undefined>, file: string): Promise<Head> {
  const first = await lines.next();
  const head = first.done ? null : (JSON.parse(first.value) as Head);
  if (head?.format !== FORMAT) throw new Error(`${file} is not a backup of this program.`);
  return head;
}

/** An older backup is restored into today's tables; one from a newer version may hold what we cannot read. */
async function refuseNewer(client: pg.Client, head: Head): Promise<void> {
  const { rows } = await client.query<{ module: string; name: string }>(
    'SELECT module, name FROM kernel.migration',
  );
  const ours = new Set(rows.map((row) => `${row.module}/${row.name}`));
  const strange = head.migrations.filter((row) => !ours.has(`${row.module}/${row.name}`));
  if (strange.length > 0) {
    throw new Error(
      `The backup was made by a newer version: it knows ${strange.map((row) => `${row.module}/${row.name}`).join(', ')}.`,
    );
  }
}

interface Guard {
  readonly table: string;
  readonly name: string;
  /** `O`: ordinary; `A`: always, whoever writes. */
  readonly mode: 'O' | 'A';
}

/**
 * Triggers judge rows as they are written for the first time: an entry belongs to a transaction of this very moment.
 * History that was judged already is put back without them, in a database nobody else has seen yet.
 */
async function standDown(client: pg.Client): Promise<Guard[]> {
  const { rows } = await client.query<Guard>(`
    SELECT t.tgrelid::regclass::text AS "table", quote_ident(t.tgname) AS name, t.tgenabled AS mode
    FROM pg_trigger t
    JOIN pg_class c ON c.oid = t.tgrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE NOT t.tgisinternal AND t.tgparentid = 0 AND t.tgenabled IN ('O', 'A') AND n.nspname !~ '^(pg_|information_schema$)'`);
  for (const guard of rows) await client.query(`ALTER TABLE ${guard.table} DISABLE TRIGGER ${guard.name}`);
  return rows;
}

async function standGuard(client: pg.Client, guards: readonly Guard[]): Promise<void> {
  for (const { table, name, mode } of guards) {
    await client.query(`ALTER TABLE ${table} ENABLE ${mode === 'A' ? 'ALWAYS ' : ''}TRIGGER ${name}`);
  }
}

interface Part {
  readonly name: string;
  readonly bound: string;
}

/** The months of clicks are made as they come: those of the backup are made again before its rows. */
async function makeParts(client: pg.Client, table: string, parts: readonly Part[]): Promise<void> {
  for (const { name, bound } of parts)
    await client.query(`CREATE TABLE IF NOT EXISTS ${name} PARTITION OF ${table} ${bound}`);
}

async function loadTable(
  client: pg.Client,
  table: string,
  columns: string,
  lines: AsyncIterator<string, undefined>,
): Promise<number> {
  const stream = client.query(copyStreams.from(`COPY ${table} (${columns}) FROM STDIN`));
  const finished = new Promise<void>((resolve, reject) => {
    stream.once('finish', resolve);
    stream.once('error', reject);
  });
  finished.catch(() => {});
  let rows = 0;
  for (;;) {
    const next = await lines.next();
    if (next.done) throw new Error(`The backup is cut short inside ${table}.`);
    if (next.value === '\\.') break;
    rows += 1;
    if (!stream.write(`${next.value}\n`))
      await Promise.race([new Promise((resolve) => stream.once('drain', resolve)), finished]);
  }
  stream.end();
  await finished;
  return rows;
}

/** @throws when the bytes are not those that their name says */
async function loadContent(
  { company, sha256 }: { readonly company: string; readonly sha256: string },
  lines: AsyncIterator<string, undefined>,
  place: FilePlace | undefined,
): Promise<void> {
  const hash = createHash('sha256');
  const part = place && path.join(place.incoming, `${sha256}.restoring`);
  if (place) mkdirSync(place.incoming, { recursive: true, mode: 0o700 });
  const file = part ? await open(part, 'w', 0o600) : null;
  try {
    for (;;) {
      const next = await lines.next();
      if (next.done) throw new Error('The backup is cut short inside a file.');
      if (next.value === '\\.') break;
      const bytes = Buffer.from(next.value, 'base64');
      hash.update(bytes);
      await file?.writeFile(bytes);
    }
    await file?.sync();
    if (hash.digest('hex') !== sha256) throw new Error('The backup holds a file that is not what it was.');
    if (place && part) await place.contents.put(company, sha256, part);
  } finally {
    await file?.close();
    if (part) await rm(part, { force: true });
  }
}
