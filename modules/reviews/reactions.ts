import type { Reaction } from '@mosty/kernel/events';

export const reviewsReactions: readonly Reaction[] = [];
