import type { Reaction } from '@mosty/kernel/events';

export const noticesReactions: readonly Reaction[] = [];
