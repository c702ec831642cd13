import type { Reaction } from '@mosty/kernel/events';
import { meetStopListed } from './reactions/meet-stop-listed.ts';

export const recruitingReactions: readonly Reaction[] = [meetStopListed];
