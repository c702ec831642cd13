import type { Reaction } from '@mosty/kernel/events';

export const libraryReactions: readonly Reaction[] = [];
