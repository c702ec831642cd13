import { PARTS, type Part, type PathStep } from '../../contract.ts';

type Steps = readonly PathStep[];

/** Steps of the part that partners of the kind walk; an empty kind sees every step. */
export function stepsOf(steps: Steps, part: Part, kind: string): PathStep[] {
  return steps.filter(
    (step) =>
      step.part === part &&
      (kind === '' || step.kinds.length === 0 || step.kinds.some((own) => own === kind)),
  );
}

/** The step and its neighbour on the screen change places; steps that are not shown stay where they are. */
export function moved(steps: Steps, shown: Steps, code: string, by: -1 | 1): PathStep[] {
  const place = shown.findIndex((step) => step.code === code);
  const one = shown[place];
  const other = shown[place + by];
  if (!one || !other) return [...steps];
  return steps.map((step) => (step.code === one.code ? other : step.code === other.code ? one : step));
}

/** The same step with other words in its place; a new one, or one of another part, stands last in its part. */
export function withStep(steps: Steps, next: PathStep): PathStep[] {
  if (steps.some(({ code, part }) => code === next.code && part === next.part))
    return steps.map((step) => (step.code === next.code ? next : step));
  const others = steps.filter(({ code }) => code !== next.code);
  const upTo = PARTS.indexOf(next.part);
  const after = others.findLastIndex(({ part }) => PARTS.indexOf(part) <= upTo);
  return others.toSpliced(after + 1, 0, next);
}

/** A name for the machine that no step has: people never see it. */
export function newCode(steps: Steps): string {
  for (let number = steps.length + 1; ; number += 1) {
    const code = `own_${number}`;
    if (steps.every((step) => step.code !== code)) return code;
  }
}
