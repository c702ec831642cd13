import type { Kind } from '@mosty/agreements/contract';
import type { BusinessDate } from '@mosty/kernel/time';
import type { PathBody, PathStep } from '../contract/path.ts';

export interface LaidStep {
  readonly position: number;
  readonly step: PathStep;
  readonly dueOn: BusinessDate;
}

/** Steps of the kind with their days. The first has the day it was given; others count working days from it. */
export function layOut(
  path: PathBody,
  kind: Kind,
  firstOn: BusinessDate,
  addWorkingDays: (day: BusinessDate, count: number) => BusinessDate,
): LaidStep[] {
  return path.steps
    .filter(({ kinds }) => kinds.length === 0 || kinds.includes(kind))
    .map((step, place) => ({
      position: place + 1,
      step,
      dueOn: place === 0 ? firstOn : addWorkingDays(firstOn, step.days),
    }));
}

/** How many of the answers are right. An answer that was not given is wrong. */
export function rightAnswers(questions: PathStep['questions'], answers: readonly number[]): number {
  return questions.filter(({ right }, place) => answers[place] === right).length;
}

/** No touch for so many working days, and the launch is on the list (S1.17). */
export const SILENT_DAYS = 5;
