import type { Reaction } from '@mosty/kernel/events';

export const readinessReactions: readonly Reaction[] = [];
