import { COMPONENTS, type Basis, type Component, type Part } from '../contract/parts.ts';
import type { Change, Cause } from '../contract/history.ts';

/** Of each component its points and the rows it had: what the next change is told from. */
export type Parts = Partial<
  Record<Component | 'cap', { readonly points: number; readonly rows: readonly string[] }>
>;

export interface DayScores {
  readonly trust: number | null;
  readonly pulse: number | null;
  readonly silence: string;
  readonly parts: Parts;
}

export function partsOf(basis: Basis, cap: number | null): Parts {
  const kept = (one: Part) => ({ points: one.points, rows: one.rows.map(({ id, says }) => `${says} ${id}`) });
  return {
    ...Object.fromEntries([...basis.trust, ...basis.pulse].map((one) => [one.component, kept(one)])),
    ...(cap === null
      ? {}
      : { cap: { points: cap, rows: basis.flags.map(({ id, says }) => `${says} ${id}`) } }),
  };
}

const PULSE: ReadonlySet<string> = new Set(['activity', 'result', 'engagement', 'order']);

/** What is not as it was, and because of which components and rows; null where all is as before. */
export function changesBetween(before: DayScores | null, now: DayScores, basis: Basis): Change[] | null {
  const changes: Change[] = [];
  const causes = (ofPulse: boolean) =>
    [...COMPONENTS, 'cap' as const]
      .filter((component) => PULSE.has(component) === ofPulse)
      .flatMap((component) => causeOf(component, before?.parts ?? {}, now.parts, basis));
  if (before === null || before.trust !== now.trust)
    changes.push({ of: 'trust', from: before?.trust ?? null, to: now.trust, because: causes(false) });
  if (before === null || before.pulse !== now.pulse)
    changes.push({ of: 'pulse', from: before?.pulse ?? null, to: now.pulse, because: causes(true) });
  if (before === null || before.silence !== now.silence)
    changes.push({ of: 'silence', from: before?.silence ?? null, to: now.silence, because: [] });
  return changes.length === 0 ? null : changes;
}

/** So many rows are told with a cause: those that were not there before. */
const ROWS_TOLD = 5;

function causeOf(component: Component | 'cap', before: Parts, now: Parts, basis: Basis): Cause[] {
  const [was, is] = [before[component], now[component]];
  if ((was?.points ?? null) === (is?.points ?? null)) return [];
  const known = new Set(was?.rows ?? []);
  const rows =
    component === 'cap'
      ? basis.flags
      : ([...basis.trust, ...basis.pulse].find((one) => one.component === component)?.rows ?? []);
  return [
    {
      component,
      from: was?.points ?? null,
      to: is?.points ?? null,
      rows: rows.filter(({ id, says }) => !known.has(`${says} ${id}`)).slice(0, ROWS_TOLD),
    },
  ];
}
