import { findWorkspace, listWorkspaces } from '@mosty/identity';
import type { Context, WorkspaceId } from '@mosty/kernel/context';
import { look, type Database } from '@mosty/kernel/db';
import { linkKey } from '../../contract/link-address.ts';
import { destinationOf, NOTHING_BROUGHT, withClick, type Address } from '../../domain/destination.ts';
import {
  changesBegin,
  hostsOfCompanies,
  linksChanged,
  linksForRedirect,
  visitorPolicies,
  type RedirectRow,
  type VisitorPolicy,
} from '../../store/redirect.ts';

/** A link as the redirect keeps it: with its address made, and the rest for whoever brings something along. */
export interface BookedLink {
  readonly row: RedirectRow;
  readonly address: string;
  readonly withClick: Address;
  readonly expiresAt: number;
}

export interface Company {
  readonly id: WorkspaceId;
  readonly links: Map<string, BookedLink>;
  name: string;
  policy: VisitorPolicy;
}

/** Every link of every company, in memory. */
export interface LinkBook {
  companyOf(host: string | undefined): Company | undefined;
  find(company: Company, key: string): BookedLink | undefined;
  /** Reads what changed since; several who ask at once are answered by one look. */
  refresh(): Promise<void>;
  /** A look that begins after this call, soon, and is shared by all who wait for it. */
  lookAgain(): Promise<void>;
  /** How long ago it last heard of the database, in milliseconds. */
  silentFor(): number;
  stop(): Promise<void>;
}

interface Setup {
  readonly database: Database;
  readonly contextOf: (workspaceId: string, job: string) => Promise<Context>;
  readonly onFault: (error: unknown) => void;
  readonly everyMs?: number;
}

const JOB = 'tracking.redirect';
const EVERY_MS = 400;
/** Strangers who guess at keys make it look no more often than this. */
const AGAIN_EVERY_MS = 50;
/** Hosts, names and settings change seldom. */
const REST_EVERY_MS = 5_000;
const PAGE = 20_000;
const USUAL: VisitorPolicy = { cookies: 'set', cookieDays: 90 };
const PLAIN_KEY = /^[a-z0-9_-]+$/;

/**
 * Filled once and kept by asking for what changed, two or three times a second. A book that cannot reach the database goes
 * on with what it knows; its first filling is tried until it succeeds.
 */
export function openLinkBook(setup: Setup): LinkBook {
  const { database, contextOf, onFault, everyMs = EVERY_MS } = setup;
  const companies = new Map<WorkspaceId, Company>();
  let byHost = new Map<string, Company>();
  let first: Company | undefined;
  let since: string | null = null;
  let heardAt = Number.NEGATIVE_INFINITY;
  let restAt = Number.NEGATIVE_INFINITY;
  let stopped = false;
  let faulty = false;

  async function readOnce(): Promise<void> {
    const begin = since ?? (await changesBegin(database));
    if (performance.now() - restAt > REST_EVERY_MS) await readRest();
    if (since === null) {
      for (const company of companies.values()) await readAll(company);
      since = begin;
    } else {
      const changed = await linksChanged(database, since);
      for (const [workspaceId, ids] of changed.links) await readSome(workspaceId, ids);
      since = changed.until;
    }
    heardAt = performance.now();
  }

  async function readRest(): Promise<void> {
    const ids = await listWorkspaces(database);
    for (const id of ids) {
      const known = companies.get(id);
      const company = known ?? { id, links: new Map(), name: '', policy: USUAL };
      if (!known) company.name = await nameOf(id);
      companies.set(id, company);
      if (!known && since !== null) await readAll(company);
    }
    first = ids[0] === undefined ? undefined : companies.get(ids[0]);
    for (const { workspaceId, ...policy } of await visitorPolicies(database)) {
      const company = companies.get(workspaceId);
      if (company) company.policy = policy;
    }
    byHost = new Map(
      (await hostsOfCompanies(database)).flatMap(({ host, workspaceId }) => {
        const company = companies.get(workspaceId);
        return company ? [[host, company] as const] : [];
      }),
    );
    restAt = performance.now();
  }

  async function nameOf(id: WorkspaceId): Promise<string> {
    const found = await look(await contextOf(id, JOB), findWorkspace);
    return found?.name ?? '';
  }

  async function readAll(company: Company): Promise<void> {
    const ctx = await contextOf(company.id, JOB);
    for (let after = ''; ; ) {
      const rows = await look(ctx, (tx) => linksForRedirect(tx, { after, limit: PAGE }));
      for (const row of rows) book(company, row);
      const last = rows.at(-1);
      if (!last || rows.length < PAGE) return;
      after = last.id;
    }
  }

  async function readSome(workspaceId: WorkspaceId, ids: readonly string[]): Promise<void> {
    const company = companies.get(workspaceId);
    // A company nobody has heard of yet is read whole with the rest.
    if (!company) {
      restAt = Number.NEGATIVE_INFINITY;
      return readRest();
    }
    const rows = await look(await contextOf(workspaceId, JOB), (tx) => linksForRedirect(tx, { ids }));
    for (const row of rows) book(company, row);
  }

  let reading: Promise<void> | null = null;
  function refresh(): Promise<void> {
    reading ??= readOnce()
      .then(() => {
        faulty = false;
      })
      .catch((error: unknown) => {
        // Said once; while the database is away it would be said twice a second.
        if (!faulty) onFault(error);
        faulty = true;
      })
      .finally(() => {
        reading = null;
      });
    return reading;
  }

  let again: Promise<void> | null = null;
  let againAt = Number.NEGATIVE_INFINITY;
  function lookAgain(): Promise<void> {
    again ??= (async () => {
      await reading;
      const early = againAt + AGAIN_EVERY_MS - performance.now();
      if (early > 0) await new Promise((resolve) => setTimeout(resolve, early).unref());
      again = null;
      againAt = performance.now();
      await refresh();
    })();
    return again;
  }

  const timer = setInterval(() => {
    if (!stopped) void refresh();
  }, everyMs);
  timer.unref();

  return {
    companyOf: (host) => (host === undefined ? first : (byHost.get(host) ?? first)),
    find: (company, key) => company.links.get(PLAIN_KEY.test(key) ? key : foldKey(key)),
    refresh,
    lookAgain,
    silentFor: () => performance.now() - heardAt,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await reading;
    },
  };
}

function book(company: Company, row: RedirectRow): void {
  const address = destinationOf(row, NOTHING_BROUGHT);
  company.links.set(row.keyFold, {
    row,
    address,
    withClick: withClick(address),
    expiresAt: row.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY,
  });
}

function foldKey(key: string): string {
  try {
    return linkKey(decodeURIComponent(key));
  } catch {
    return '';
  }
}
