import './small-heap.ts';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { importNow, openImportFolder, type ImportedNow } from '@mosty/integrations';
import type { ImportKind, MappingInput } from '@mosty/integrations/contract';
import { migrate, openPool } from '@mosty/kernel/db';
import { addMonths, businessDate, monthOfInstant, type Month } from '@mosty/kernel/time';
import { openDatabase, temporaryFolder } from '@mosty/server/database';
import { answerOf, type Answer } from './online-retail/answer.ts';
import { readArguments, USAGE, WrongArguments, type Asked } from './online-retail/arguments.ts';
import { differences } from './online-retail/compare.ts';
import { openCompany, type Company } from './online-retail/company.ts';
import { payAndClose, readMonth } from './online-retail/months.ts';
import { Stopwatch } from './online-retail/stopwatch.ts';
import { writeClients, writePartners } from './online-retail/tables.ts';

/**
 * Half a million real invoice lines through the public import: partners, clients and sales, accruals, every month
 * paid and closed. Prints the figures of each step, and the answer as JSON.
 */
const SINCE = '1990-01-01';

async function main(): Promise<number> {
  const asked = readArguments(process.argv.slice(2));
  if (asked === 'help') {
    console.log(USAGE);
    return 0;
  }
  const folder = temporaryFolder('mosty-example-');
  const watch = new Stopwatch();
  const opened = await watch.step('database opened', () =>
    openDatabase({ dataDir: path.join(folder, 'data'), log: () => {} }),
  );
  try {
    await watch.step('database migrated', () => migrate(opened.ownerUrl));
    const database = openPool(opened.appUrl);
    openImportFolder(folder);
    const answer = await run(asked, await openCompany(database, asked, businessDate(SINCE)), folder, watch);
    await database.close();
    return report(asked, answer, watch);
  } finally {
    await opened.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run(asked: Asked, company: Company, folder: string, watch: Stopwatch): Promise<Answer> {
  const clients = asked.clients ?? path.join(folder, 'clients.csv');
  const clientColumn = asked.salesMap.columns['clientExternalId'] ?? 'customer';
  const partnerColumn = asked.clientsMap.columns['partner'] ?? 'partner';
  const partners = path.join(folder, 'partners.csv');
  await watch.step('clients and partners told apart', async () => {
    if (asked.clients === null) await writeClients(asked.lines, clientColumn, clients);
    const told = { scheme: asked.scheme.name, day: SINCE, target: partners };
    await writePartners(clients, partnerColumn, asked.clientsMap.file.delimiter, told);
  });
  await load(company, watch, 'partners', partners);
  await load(company, watch, 'clients', clients, asked.clientsMap);
  const { found } = await load(company, watch, 'sales', asked.lines, asked.salesMap);
  if (!found?.from || !found.to) throw new Error('the file has no sales');
  const months = monthsBetween(
    monthOfInstant(new Date(found.from), asked.zone),
    monthOfInstant(new Date(found.to), asked.zone),
  );
  const paid = [];
  for (const month of months) {
    await watch.step(`${month} paid and closed`, () => payAndClose(company, month));
    paid.push(...(await readMonth(company, month)));
  }
  return answerOf(paid, asked.currency);
}

async function load(
  company: Company,
  watch: Stopwatch,
  kind: ImportKind,
  file: string,
  mapping?: MappingInput,
) {
  const { owner } = company;
  const told = { path: file, filename: path.basename(file), kind, mapping };
  let checked: ImportedNow | undefined;
  await watch.step(`${kind}: uploaded, checked, applied`, async () => {
    checked = await importNow(owner, {
      ...told,
      onStep: (step, view, ms) =>
        console.error(
          `  ${step} ${(ms / 1000).toFixed(2)} s ${JSON.stringify(step === 'checked' ? view.found?.states : (view.result ?? {}))}`,
        ),
    });
  });
  if (checked?.view.state !== 'applied')
    throw new Error(`the ${kind} were not applied: ${JSON.stringify(checked?.view.failure)}`);
  return checked.view;
}

function monthsBetween(first: Month, last: Month): Month[] {
  const months: Month[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
}

function report(asked: Asked, answer: Answer, watch: Stopwatch): number {
  const text = JSON.stringify(answer);
  console.error(`peak memory of the program ${watch.peakMb()} MB`);
  if (asked.output !== null) writeFileSync(asked.output, `${text}\n`);
  let code = 0;
  if (asked.compare !== null) {
    const found = differences(answer, asked.compare);
    for (const difference of found) console.error(difference);
    console.error(
      found.length === 0
        ? 'Equal to the reference to the penny.'
        : `${found.length} differences from the reference.`,
    );
    code = found.length === 0 ? 0 : 1;
  }
  console.log(text);
  return code;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof WrongArguments)) throw error;
  console.error(`${error.message}\n\n${USAGE}`);
  process.exitCode = 1;
}
