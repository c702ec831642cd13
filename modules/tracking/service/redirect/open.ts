import { mkdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import type { Context } from '@mosty/kernel/context';
import type { Database } from '@mosty/kernel/db';
import { randomIds } from '@mosty/kernel/id';
import { openSpool } from '@mosty/kernel/spool';
import { openAddressHash } from './address-hash.ts';
import { answerRedirect, PREFIX } from './answer.ts';
import { openLinkBook } from './link-book.ts';
import { startLoader } from './loader.ts';

export interface RedirectSetup {
  readonly database: Database;
  readonly contextOf: (workspaceId: string, job: string) => Promise<Context>;
  /** Of this process alone: clicks wait here for the database. */
  readonly folder: string;
  readonly proxies: number;
  readonly https: boolean;
  /** Two letters of the country an address belongs to, where somebody can tell. */
  readonly countryOf?: ((address: string) => string | null) | undefined;
  readonly onFault: (error: unknown) => void;
  readonly now?: () => number;
}

export interface Redirect {
  /** True when it was a tracked link's address, and is answered here. Stands before everything else of the server. */
  answers(request: IncomingMessage, response: ServerResponse): boolean;
  /** Whether it knows its links: false until the database was reached for the first time. */
  ready(): boolean;
  /** Loads what was answered for so far. */
  load(): Promise<number>;
  stop(): Promise<void>;
}

/** Opens the redirect: links in memory, clicks on the disk before the answer, and from there into the database. */
export async function openRedirect(setup: RedirectSetup): Promise<Redirect> {
  const { database, contextOf, folder, onFault, now = Date.now } = setup;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const spool = openSpool(path.join(folder, 'spool'));
  const book = openLinkBook({ database, contextOf, onFault });
  const loader = startLoader({ spool, contextOf, onFault, setAside: path.join(folder, 'not-loaded.log') });
  const its = {
    book,
    spool,
    ids: randomIds,
    now,
    hashAddress: openAddressHash(folder, now),
    countryOf: setup.countryOf ?? (() => null),
    proxies: setup.proxies,
    https: setup.https,
    onFault,
  };
  await book.refresh();
  return {
    answers(request, response) {
      if (!request.url?.startsWith(PREFIX)) return false;
      answerRedirect(its, request, response);
      return true;
    },
    ready: () => book.silentFor() < Number.POSITIVE_INFINITY,
    load: () => loader.load(),
    async stop() {
      await book.stop();
      await loader.stop();
      await spool.close();
    },
  };
}
