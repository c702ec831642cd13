import type { Role } from '@mosty/identity/contract';
import { Refusal } from '@mosty/kernel/refusal';
import type { EvidenceCode } from '../contract/evidence.ts';
import type { Path, Stage } from '../contract/stages.ts';
import { PATH_OPEN, STEPS, TAKEN_FROM, type Step } from './table.ts';

const BY_ENDS = new Map(STEPS.map((step) => [`${step.path} ${step.from} ${step.to}`, step]));

export function stepBetween(path: Path, from: Stage | null, to: Stage): Step | undefined {
  return BY_ENDS.get(`${path} ${from} ${to}`);
}

/** The gates ahead, in the order of the table: the way on comes first, out and away after it. */
export function stepsFrom(path: Path, from: Stage): Step[] {
  const steps = STEPS.filter((step) => step.path === path && step.from === from);
  return steps.toSorted((a, b) => asideness(a.to) - asideness(b.to));
}

/** 0 on the way; aside of it, further and further out. */
const asideness = (stage: Stage): number => OFF_THE_WAY.indexOf(stage) + 1;

/** The next stage of the way on: what a card on the board speaks of. */
export function wayOn(path: Path, from: Stage): Step | undefined {
  return stepsFrom(path, from).find(({ to }) => !OFF_THE_WAY.includes(to));
}

const OFF_THE_WAY: readonly Stage[] = ['paused', 'review', 'leaving', 'declined', 'stop_listed'];

/** The step from here to there, for whoever asks for it. */
export function stepFor(
  here: { readonly path: Path; readonly stage: Stage },
  to: Stage,
  role: Role | 'system' | null,
): Step | Refusal {
  const step = stepBetween(here.path, here.stage, to);
  if (!step)
    return new Refusal('not_now', 'lifecycle.no_such_step', { from: here.stage, to, path: here.path });
  const may = mayOpen(step, role);
  return may === true ? step : may;
}

/** A gate opens when nothing is missing. Nobody overrides it (S0.48). */
export function openGate(step: Step, missing: readonly EvidenceCode[]): true | Refusal {
  return missing.length === 0
    ? true
    : new Refusal('not_now', 'lifecycle.gate_closed', { to: step.to, missing });
}

/** Who asks: a role of the company or the partner, or a job. Keys have no role and open no gate. */
export function mayOpen(step: Step, role: Role | 'system' | null): true | Refusal {
  if (role !== null && step.roles.includes(role)) return true;
  return new Refusal('not_permitted', 'lifecycle.not_your_gate', {
    to: step.to,
    roles: step.roles.filter((one) => one !== 'system'),
  });
}

export function mayTakeOver(from: Stage | null, to: 'agreed' | 'working'): true | Refusal {
  if ((TAKEN_FROM as readonly (Stage | null)[]).includes(from) && from !== to) return true;
  return new Refusal('not_now', 'lifecycle.cannot_take_over', { stage: from, to });
}

/** Another path is taken only before anything was approved, and only where it has this stage too. */
export function mayChangePath(stage: Stage, from: Path, to: Path): true | Refusal {
  if (from === to) return new Refusal('conflict', 'lifecycle.same_path', { path: to });
  const open = (PATH_OPEN as readonly Stage[]).includes(stage);
  if (open && STEPS.some((step) => step.path === to && step.from === stage && !OFF_THE_WAY.includes(step.to)))
    return true;
  return new Refusal('not_now', 'lifecycle.path_is_fixed', { stage, path: to });
}
