import type { Reaction } from '@mosty/kernel/events';

export const rhythmReactions: readonly Reaction[] = [];
