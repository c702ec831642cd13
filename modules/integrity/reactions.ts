import type { Reaction } from '@mosty/kernel/events';

export const integrityReactions: readonly Reaction[] = [];
