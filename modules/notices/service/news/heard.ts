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

export interface Hearing {
  /** The event. */
  readonly on: string;
  /** Nothing: it is no news this time. */
  readonly news: (heard: Heard) => News | null;
}

/** A piece of news that an event of another module brings: its words, and whom it is for. */
export function hear(
  on: string,
  code: string,
  definition: NoticeDefinition,
  of: (heard: Heard) => Omit<News, 'code'> | null,
): Hearing {
  defineNotice(code, definition);
  return {
    on,
    news: (heard) => {
      const news = of(heard);
      return news && { code, ...news };
    },
  };
}

export const textOf = (body: EventNote, name: string): string => {
  const value = body[name];
  return typeof value === 'string' ? value : '';
};
