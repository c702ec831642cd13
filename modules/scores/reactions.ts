import type { Reaction } from '@mosty/kernel/events';

export const scoresReactions: readonly Reaction[] = [];
