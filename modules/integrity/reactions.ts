import type { Reaction } from '@mosty/kernel/events';
import { holdWhileFlagStands } from './reactions/hold-while-flag-stands.ts';

export const integrityReactions: readonly Reaction[] = [holdWhileFlagStands];
