import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import copyStreams from 'pg-copy-streams';
import type { Contents } from '@mosty/files';
import pg from 'pg';

export interface BackupReport {
  readonly file: string;
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
  /** On record, and not where they should lie. */
  readonly filesMissing: number;
}

interface Table {
  readonly name: string;
  readonly columns: string;
  /** Of a table kept in parts: each with the words that say what belongs there. Null of an ordinary one. */
  readonly parts: readonly { readonly name: string; readonly bound: string }[] | null;
}

/** First line of a backup: says what it is before anything is unpacked. */
export const FORMAT = 'mosty-backup 1';

/**
 * Writes everything the database holds into one gzipped file, while the program runs: all tables are read in one
 * repeatable-read snapshot, so the copy is of one moment. The npm build of PostgreSQL has no pg_dump.
 * The file appears under its name only when it is whole.
 * @throws when the role may not read past row level security
 */
export async function backup(
  ownerUrl: string,
  file: string,
  extra: {
    readonly createdAt: Date;
    readonly secrets: Record<string, string>;
    /** Where uploaded files lie; without it only what the database holds is taken. */
    readonly contents?: Contents;
  },
): Promise<BackupReport> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'mosty backup' });
  await client.connect();
  const part = `${file}.part`;
  let rows = 0;
  let files = 0;
  let filesMissing = 0;
  try {
    await refuseConfinedRole(client);
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const tables = await listTables(client);
    const migrations = await client.query(
      'SELECT module, name, hash FROM kernel.migration ORDER BY applied_at, module, name',
    );
    const head = {
      format: FORMAT,
      createdAt: extra.createdAt.toISOString(),
      migrations: migrations.rows,
      secrets: extra.secrets,
    };
    await pipeline(
      async function* () {
        yield `${JSON.stringify(head)}\n`;
        for (const table of tables) {
          yield `${JSON.stringify({ table: table.name, columns: table.columns, parts: table.parts })}\n`;
          const stream = client.query(copyStreams.to(`COPY ${whatToCopy(table)} TO STDOUT`));
          for await (const chunk of stream) yield chunk as Buffer;
          rows += stream.rowCount ?? 0;
          yield '\\.\n';
        }
        for (const { company, sha256 } of extra.contents ? await listContents(client) : []) {
          const stream = await extra.contents?.open(company, sha256);
          if (!stream) {
            filesMissing += 1;
            continue;
          }
          yield `${JSON.stringify({ content: { company, sha256 } })}\n`;
          for await (const chunk of stream) yield `${(chunk as Buffer).toString('base64')}\n`;
          yield '\\.\n';
          files += 1;
        }
        yield `${JSON.stringify({ end: true, rows, files })}\n`;
      },
      createGzip({ level: 6 }),
      createWriteStream(part, { mode: 0o600 }),
    );
    await client.query('COMMIT');
    await rename(part, file);
    return { file, tables: tables.length, rows, files, filesMissing };
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}

/** Of these the order in which rows were written would tell whose they are: a copy has the order of a random key. */
const IN_ORDER: Readonly<Record<string, string>> = { 'feedback.poll_answer': 'workspace_id, poll_id, id' };

/** A table kept in parts holds no rows itself and is read by a query. */
function whatToCopy({ name, columns, parts }: Table): string {
  const order = IN_ORDER[name];
  if (order) return `(SELECT ${columns} FROM ${name} ORDER BY ${order})`;
  return parts === null ? `${name} (${columns})` : `(SELECT ${columns} FROM ${name})`;
}

async function refuseConfinedRole(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ free: boolean }>(
    'SELECT rolsuper OR rolbypassrls AS free FROM pg_roles WHERE rolname = current_user',
  );
  if (!rows[0]?.free) {
    throw new Error(
      'This database role sees only what row level security shows it. Back up as a superuser, or give it BYPASSRLS.',
    );
  }
}

/** Every table of the program in the order of creation, so that what is referred to comes first. */
async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    SELECT format('%I.%I', n.nspname, c.relname) AS name,
           string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS columns,
           (SELECT json_agg(json_build_object('name', format('%I.%I', pn.nspname, p.relname),
                     'bound', pg_get_expr(p.relpartbound, p.oid)) ORDER BY p.relname)
            FROM pg_inherits i
            JOIN pg_class p ON p.oid = i.inhrelid AND p.relispartition
            JOIN pg_namespace pn ON pn.oid = p.relnamespace
            WHERE i.inhparent = c.oid) AS parts
    FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast', 'public')
      -- What migrations write is there already where a backup comes back.
      AND (n.nspname, c.relname) NOT IN (('kernel', 'migration'), ('lifecycle', 'allowed'))
    GROUP BY n.nspname, c.relname, c.oid ORDER BY c.oid`);
  return rows;
}

/** The bytes that the rows of this very snapshot name. */
async function listContents(client: pg.Client): Promise<{ company: string; sha256: string }[]> {
  const { rows } = await client.query<{ company: string; sha256: string }>(
    'SELECT DISTINCT workspace_id::text AS company, sha256 FROM files.file ORDER BY 1, 2',
  );
  return rows;
}
