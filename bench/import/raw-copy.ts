import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import copyStreams from 'pg-copy-streams';

/** The reference: PostgreSQL's own COPY of the same file into a table of typed columns, without keys or checks. */
export async function rawCopy(ownerUrl: string, file: string): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`
      CREATE TABLE public.raw_deal (invoice text, paid_at timestamp, customer text, customer_name text, amount numeric(20, 4),
        currency text, product text, partner text, note text)`);
    const begun = performance.now();
    await pipeline(
      createReadStream(file),
      client.query(copyStreams.from('COPY public.raw_deal FROM STDIN (FORMAT csv, HEADER)')),
    );
    return (performance.now() - begun) / 1000;
  } finally {
    await client.query('DROP TABLE IF EXISTS public.raw_deal');
    await client.end();
  }
}
