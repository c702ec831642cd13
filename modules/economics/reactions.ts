import type { Reaction } from '@mosty/kernel/events';

export const economicsReactions: readonly Reaction[] = [];
