import type { EventNote } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { defineNotice, type NoticeDefinition } from '../define-notice.ts';
import type { Told } from '../tell.ts';

export interface Heard {
  readonly body: EventNote;
  readonly partnerId: Id<'partner'>;
  readonly partner: string;
}

export type News = Omit<Told, 'onceKey'>;
type Untitled = Omit<News, 'code'>;

export interface Hearing {
  /** The event. */
  readonly on: string;
  /** Empty: it is no news this time. Said to several, and whoever is among both is told once. */
  readonly news: (heard: Heard) => readonly News[];
}

/** A piece of news that an event of another module brings: its words, and whom it is for. */
export function hear(
  on: string,
  code: string,
  definition: NoticeDefinition,
  of: (heard: Heard) => Untitled | readonly Untitled[] | null,
): Hearing {
  defineNotice(code, definition);
  return { on, news: (heard) => [of(heard) ?? []].flat().map((news) => ({ code, ...news })) };
}

/** Of an event that speaks of no partner, or of many at once. */
export interface HearingOfAll {
  readonly on: string;
  readonly news: (body: EventNote) => readonly News[];
}

export function hearOfAll(
  on: string,
  code: string,
  definition: NoticeDefinition,
  of: (body: EventNote) => Untitled,
): HearingOfAll {
  defineNotice(code, definition);
  return { on, news: (body) => [{ code, ...of(body) }] };
}

export const textOf = (body: EventNote, name: string): string => {
  const value = body[name];
  return typeof value === 'string' ? value : '';
};
