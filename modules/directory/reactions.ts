import type { Reaction } from '@mosty/kernel/events';
import { tellFacesWhenRequisitesChanged } from './reactions/tell-faces-when-requisites-changed.ts';

export const directoryReactions: readonly Reaction[] = [tellFacesWhenRequisitesChanged];
