import type { Reaction } from '@mosty/kernel/events';

export const filesReactions: readonly Reaction[] = [];
