import type { FastifyInstance } from 'fastify';
import { migrate, openPool, type Database } from '@mosty/kernel/db';
import { startDispatcher, type Dispatcher } from '@mosty/kernel/events';
import { systemContext } from '@mosty/identity';
import type { Config } from './config.ts';
import { openDatabase, type OpenedDatabase } from './database/index.ts';
import { buildServer, REQUESTS_PER_MINUTE_MAX } from './http/server.ts';
import { compose, REACTIONS, SERVED } from './composition.ts';
import { listening } from './listening.ts';
import { openRedirectIn } from './redirect.ts';
import { troublesOf } from './troubles.ts';

export interface Running {
  readonly url: string;
  readonly database: Database;
  readonly opened: OpenedDatabase;
  readonly app: FastifyInstance;
  readonly dispatcher: Dispatcher;
  stop(): Promise<void>;
}

export interface StartOptions {
  /** Called with the owner's address before the database is brought up to date. */
  readonly beforeMigrations?: (ownerUrl: string) => Promise<void>;
  /** Called with the open pool before anybody is let in: fills the demo company. */
  readonly before?: (database: Database) => Promise<void>;
  /** Aborted while it starts: what is open by then is closed again. */
  readonly interruption?: AbortSignal;
  readonly say: (line: string) => void;
  readonly logRequests: boolean;
}

/**
 * Starts everything in order and stops it in the reverse: database, migrations, jobs, HTTP.
 * @throws ConfigError, StartFailure with a message for the person at the keyboard; the reason of the interruption
 */
export async function start(config: Config, options: StartOptions): Promise<Running> {
  const { interruption } = options;
  const closers: (() => Promise<void>)[] = [];
  async function stop(): Promise<void> {
    for (const close of closers.splice(0).reverse()) await close();
  }
  try {
    const opened = await openDatabase({
      dataDir: config.dataDir,
      databaseUrl: config.databaseUrl,
      databaseAppUrl: config.databaseAppUrl,
      log: options.say,
    });
    closers.push(() => opened.stop());
    interruption?.throwIfAborted();
    await options.beforeMigrations?.(opened.ownerUrl);
    const { applied } = await migrate(opened.ownerUrl);
    if (applied.length > 0) options.say(`Database brought up to date (${applied.length} steps).`);
    interruption?.throwIfAborted();
    const database = openPool(opened.appUrl);
    closers.push(() => database.close());
    const parts = await compose(config, database, options.say);
    closers.push(() => parts.stop());
    const dispatcher = startDispatcher({
      database,
      reactions: REACTIONS,
      contextOf: (workspaceId, job) => systemContext(database, workspaceId, job),
      onFailure: (reaction, error) => options.say(`Reaction ${reaction} failed: ${String(error)}`),
    });
    closers.push(() => dispatcher.stop());
    await unlessInterrupted(options.before?.(database), interruption);
    const redirect = await openRedirectIn('clicks', config, database, options.say);
    closers.push(() => redirect.stop());
    const app = await buildServer({
      front: (request, response) => redirect.answers(request, response),
      served: SERVED,
      resolve: parts.resolve,
      extend: parts.extend,
      extendApi: parts.extendApi,
      health: { troubles: () => troublesOf(database, config.dataDir) },
      proxies: config.proxies,
      publicUrl: config.publicUrl,
      requestsPerMinuteMax: REQUESTS_PER_MINUTE_MAX,
      log: options.logRequests,
    });
    closers.push(() => app.close());
    await listening(config, () => app.listen({ port: config.port, host: config.host }));
    return { url: config.publicUrl, database, opened, app, dispatcher, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The work itself goes on until it finds its connections closed. */
async function unlessInterrupted(work: Promise<void> | undefined, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  const interrupted = new Promise<never>((_resolve, reject) =>
    signal?.addEventListener('abort', () => reject(new Error('interrupted', { cause: signal.reason })), {
      once: true,
    }),
  );
  await Promise.race([work, interrupted]);
}
