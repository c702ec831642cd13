import { createReadStream, createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { partnerOf, WrongArguments } from './arguments.ts';

/** Rows of a CSV file (packed or not) by column. */
async function* rowsOf(file: string, delimiter: string | undefined): AsyncGenerator<Record<string, string>> {
  const parser = parse({ columns: true, bom: true, relax_column_count: true, delimiter: delimiter ?? ',' });
  const bytes = createReadStream(file);
  const source = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  source.on('error', (error: Error) => parser.destroy(error));
  yield* source.pipe(parser) as AsyncIterable<Record<string, string>>;
}

/** Writes a clients file out of the lines: every client once, with its partner. */
export async function writeClients(lines: string, column: string, target: string): Promise<number> {
  const clients = new Set<string>();
  for await (const row of rowsOf(lines, undefined)) {
    const client = row[column];
    if (client === undefined)
      throw new WrongArguments(`${lines} has no column ${column}: give the clients with --clients FILE`);
    if (client !== '') clients.add(client);
  }
  await writeTable(
    target,
    ['customer', 'partner'],
    [...clients].map((client) => [client, partnerOf(client)]),
  );
  return clients.size;
}

/** The partners that a clients file names, each once, as a partners file: in force from the day, paid by the scheme. */
export async function writePartners(
  clients: string,
  column: string,
  delimiter: string | undefined,
  told: { scheme: string; day: string; target: string },
): Promise<string[]> {
  const partners = new Set<string>();
  for await (const row of rowsOf(clients, delimiter)) {
    const partner = row[column]?.trim();
    if (partner === undefined)
      throw new WrongArguments(`${clients} has no column ${column}: name it with --partner-column`);
    if (partner !== '') partners.add(partner);
  }
  const rows = [...partners].sort().map((partner) => [partner, partner, told.scheme, told.day, 'reseller']);
  await writeTable(told.target, ['partner_id', 'name', 'scheme', 'agreement_date', 'kind'], rows);
  return [...partners].sort();
}

async function writeTable(
  target: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<void> {
  const file = createWriteStream(target);
  const line = (cells: readonly string[]): string =>
    `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`;
  file.write(line(header));
  for (const row of rows) file.write(line(row));
  file.end();
  await once(file, 'finish');
}
