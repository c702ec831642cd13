import type { Reaction } from '@mosty/kernel/events';
import { tellWhatHappened } from './reactions/tell-what-happened.ts';

export const noticesReactions: readonly Reaction[] = [tellWhatHappened];
