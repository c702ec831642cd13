import { readPartnerStage, readPipeline } from '@mosty/lifecycle/contract';
import type { AnswerOf } from '@mosty/ui-kit';
import { readExit } from '../contract.ts';

export type ExitPage = AnswerOf<typeof readExit>;
export type ExitItem = ExitPage['items'][number];

/** What looks different after any step of a parting. */
export const CHANGED = [readExit, readPartnerStage, readPipeline];
