import type { FastifyInstance } from 'fastify';
import { askingCounter, networkOf } from '@mosty/kernel/http';
import type { Database } from '@mosty/kernel/db';
import { calendarBehind } from '@mosty/rhythm';

const FILE = /^([A-Za-z0-9_-]{43})\.ics$/;
/** A phone asks a few times an hour; whoever guesses asks more often. */
const ASKINGS_MAX = 120;
const HOUR_MS = 3_600_000;

/** `/calendar/<secret>.ics`: a person's calendar for the programs that know no sign-in. */
export function mountCalendarFeed(app: FastifyInstance, database: Database): void {
  const isTooOften = askingCounter(ASKINGS_MAX, HOUR_MS);
  app.get<{ Params: { file: string } }>('/calendar/:file', async (request, reply) => {
    reply.header('cache-control', 'no-store').header('x-robots-tag', 'noindex');
    if (isTooOften(networkOf(request.ip), Date.now())) return reply.status(429).send();
    const token = FILE.exec(request.params.file)?.[1];
    const text = token === undefined ? null : await calendarBehind(database, token);
    if (text === null) return reply.status(404).send();
    return reply.header('content-type', 'text/calendar; charset=utf-8').send(text);
  });
}
