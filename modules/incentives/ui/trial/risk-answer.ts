import type { AnswerOf } from '@mosty/ui-kit';
import type { weighSchemeRisk } from '../../contract.ts';

export type Risk = AnswerOf<typeof weighSchemeRisk>;
export const WAYS = ['hybrid', 'flat'] as const;
