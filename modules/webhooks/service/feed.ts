import { Readable } from 'node:stream';
import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { eventsAfter, lastEvent, type KeptEvent } from '@mosty/kernel/events';
import { refuse } from '@mosty/kernel/refusal';
import { FEED_EVENTS } from '../contract/feed.ts';
import { publicData } from '../domain/public-events.ts';
import { rights } from '../policy.ts';

const BEAT_MS = 15_000;
/** Another process may have committed: also looked at without being woken. */
const POLL_MS = 5_000;
/** Then the reader asks again, and is asked again who it is. */
const LIFE_MS = 600_000;
const PAGE = 100;
const STREAMS_MAX = 500;
/** A person opens a page in a few tabs; more would take the places of others. */
const STREAMS_OF_ONE_MAX = 10;
/** So long a reader may take for what is left after the end; one that does not read would keep its place. */
const LEAVE_MS = 1_000;
const BUFFERED_MAX = 1_048_576;

interface Watching {
  readonly workspaceId: string;
  readonly who: string;
  wake(): void;
  end(): void;
}
const streams = new Set<Watching>();

export function wakeFeeds(workspaceId: string): void {
  for (const stream of streams) if (stream.workspaceId === workspaceId) stream.wake();
}

/** The program is about to stop: who watches is let go, and comes back when it is up again. */
export function endFeeds(): void {
  for (const stream of streams) stream.end();
}

interface Asked {
  /** The number of the last event the reader has; without it, only what happens from now on. */
  readonly after: bigint | null;
  /** Goes on as things happen; otherwise what there is already, and the end. */
  readonly stays: boolean;
}

/**
 * Events as they happen, each read again by the asker's own right and row security: the wake-up carries nothing.
 * @throws webhooks.too_many_feeds
 */
export async function openFeed(ctx: Context, asked: Asked): Promise<Readable> {
  permit(ctx, rights, 'feed.read');
  const own = [...streams].filter(({ who }) => who === ctx.actor.id).length;
  if (streams.size >= STREAMS_MAX || own >= STREAMS_OF_ONE_MAX)
    refuse('limit', 'webhooks.too_many_feeds', { limit: own >= STREAMS_OF_ONE_MAX ? own : STREAMS_MAX });
  let seq = asked.after ?? (await look(ctx, lastEvent));
  const read = async (): Promise<KeptEvent[]> => {
    const events = await look(ctx, (tx) => eventsAfter(tx, { seq, types: FEED_EVENTS, limit: PAGE }));
    seq = events.at(-1)?.seq ?? seq;
    return events;
  };
  if (!asked.stays) return Readable.from([linesOf(await read())]);
  return stream(ctx, read);
}

function stream({ workspaceId, actor }: Context, read: () => Promise<KeptEvent[]>): Readable {
  let reading = false;
  let again = true;
  let ended = false;
  const body = new Readable({ read() {}, highWaterMark: BUFFERED_MAX });
  const say = (text: string): boolean => !ended && body.push(text);
  const wake = () => {
    again = true;
    if (!reading) void pump();
  };
  async function pump(): Promise<void> {
    reading = true;
    try {
      while (again && !ended && !body.destroyed) {
        again = false;
        const events = await read();
        // A reader that does not read is let go: it continues by Last-Event-ID.
        if (events.length > 0 && !say(linesOf(events))) return end();
        if (events.length === PAGE) again = true;
      }
    } catch {
      end();
    } finally {
      reading = false;
    }
  }
  const end = () => {
    if (ended) return;
    ended = true;
    body.push(null);
    timers.push(setTimeout(() => body.destroy(), LEAVE_MS).unref());
  };
  const timers = [
    setInterval(() => say(': \n\n'), BEAT_MS),
    setInterval(wake, POLL_MS),
    setTimeout(end, LIFE_MS),
  ];
  const self: Watching = { workspaceId, who: actor.id, wake, end };
  streams.add(self);
  for (const timer of timers) timer.unref();
  body.once('close', () => {
    streams.delete(self);
    for (const timer of timers) clearInterval(timer);
  });
  // Something at once, so that proxies and the reader know that it is open.
  say('retry: 3000\n\n');
  wake();
  return body;
}

function linesOf(events: readonly KeptEvent[]): string {
  return events
    .flatMap((event) => {
      const data = dataOf(event);
      return data === undefined ? [] : [`id: ${event.seq}\nevent: ${event.type}\ndata: ${data}\n\n`];
    })
    .join('');
}

/** An event that does not carry what its shape promises is left out of the feed, which is only a look. */
function dataOf(event: KeptEvent): string | undefined {
  try {
    return JSON.stringify({ at: event.at.toISOString(), data: publicData(event) });
  } catch {
    return undefined;
  }
}
