import type { Reaction } from '@mosty/kernel/events';

export const agendaReactions: readonly Reaction[] = [];
