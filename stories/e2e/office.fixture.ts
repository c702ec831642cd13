import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openAgreements } from '@mosty/agreements';
import { importClients, importPartners, setRequisites, verifyRequisites } from '@mosty/directory';
import { settleRefunds, settleSales } from '@mosty/incentives';
import { MICRO_PER_MINOR } from '@mosty/kernel/money';
import { addMonths, firstDay, monthOfInstant, type Month } from '@mosty/kernel/time';
import type { Id } from '@mosty/kernel/id';
import { start } from '@mosty/server/start';
import { testWorkspace } from '@mosty/testkit';
import { percentScheme } from '../api/scheme.ts';

const ZONE = 'Europe/Moscow';

/** A small company on a server of its own: last month it sold, and nothing of that month is done yet. */
export interface Office {
  readonly url: string;
  readonly month: Month;
  readonly partner: string;
  close(): Promise<void>;
}

/** A server of its own with nobody in it yet. */
export async function openServer(): Promise<{
  readonly url: string;
  readonly running: Awaited<ReturnType<typeof start>>;
  close(): Promise<void>;
}> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'mosty-office-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const running = await start(
    {
      port,
      host: '127.0.0.1',
      dataDir,
      publicUrl: url,
      proxies: 0,
      databaseUrl: undefined,
      databaseAppUrl: undefined,
      smtpUrl: undefined,
      mailFrom: undefined,
      webhooksInside: false,
    },
    { say: () => {}, logRequests: false },
  );
  const close = async (): Promise<void> => {
    await running.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { url, running, close };
}

/**
 * The demo closes every month that is over by itself, and a month that is not over cannot be closed: so whoever wants
 * to close one in the browser needs a company whose last month is still open.
 */
export async function openOffice(): Promise<Office> {
  const { url, running, close } = await openServer();
  try {
    const month = addMonths(monthOfInstant(new Date(), ZONE), -1);
    const partner = 'Агентство «Вертикаль»';
    await sellFor(running.opened.appUrl, partner, month);
    await running.dispatcher.settle();
    return { url, month, partner, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Two sales the partner brought, and a refund that names no sale of ours. */
async function sellFor(appUrl: string, name: string, month: Month): Promise<void> {
  const day = firstDay(month);
  const at = (date: number) => new Date(`${month}-${String(date).padStart(2, '0')}T09:00:00Z`);
  // A company of a demo: its people sign in by one press.
  const world = await testWorkspace({ appUrl }, { isDemo: true, zone: ZONE, startAt: at(2) });
  const { system } = world;
  const [partner] = await importPartners(system, [{ externalId: 'P1', name }]);
  if (!partner || !('id' in partner)) throw new Error('no partner');
  const partnerId = partner.id as Id<'partner'>;
  const [agreement] = await openAgreements(system, [
    { partnerId, class: 'partner_sales', kind: 'agent', startsOn: day, signedOn: day, launchedOn: day },
  ]);
  if (!agreement || !('id' in agreement)) throw new Error(`no agreement: ${JSON.stringify(agreement)}`);
  await percentScheme(world, { agreementIds: [agreement.id], ratePpm: 100_000, from: day });
  await importClients(system, [{ externalId: 'C1', name: 'Кофейня «Зерно»', keeperPartnerExternalId: 'P1' }]);
  const paid = { clientExternalId: 'C1', currency: 'RUB' };
  world.clock.set(at(20));
  await settleSales(system, {
    source: 'story',
    sales: [
      { ...paid, externalId: 'СЧ-1', occurredAt: at(5), amountMicro: 10_000_000n * MICRO_PER_MINOR },
      { ...paid, externalId: 'СЧ-2', occurredAt: at(12), amountMicro: 4_000_000n * MICRO_PER_MINOR },
    ],
  });
  await settleRefunds(system, {
    source: 'story',
    refunds: [
      {
        externalId: 'ВЗ-1',
        saleExternalId: 'СЧ-0',
        link: 'sale',
        occurredAt: at(15),
        currency: 'RUB',
        amountMicro: 100_000n * MICRO_PER_MINOR,
      },
    ],
  });
  const requisites = await setRequisites(world.contextOf('head'), {
    partnerId,
    country: 'RU',
    legalForm: 'sole_proprietor',
    legalName: 'ИП Ёлкина Мария',
    taxNumber: '500100732259',
    fields: {},
    bank: {
      account: '40802810000000000002',
      bik: '044525225',
      bankName: 'ПАО Сбербанк',
      correspondentAccount: '30101810400000000225',
    },
  });
  await verifyRequisites(world.contextOf('finance'), { requisitesId: requisites.id, verdict: 'verified' });
  await world.close();
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
