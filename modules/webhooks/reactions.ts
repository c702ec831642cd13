import type { Reaction } from '@mosty/kernel/events';

/** Each in a file of its own, `reactions/do-this-when-that.ts`; safe to repeat. */
export const webhooksReactions: readonly Reaction[] = [];
