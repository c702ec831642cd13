import type { Due } from '../store/due.ts';

/**
 * Letters on their way at once: to one address, of one workspace, in all. Addresses whose last answer was slow share
 * a third of their workspace's slots and half of all: without that, twenty receivers that never answer kept a good one
 * of the same company waiting for minutes.
 */
export const OF_TARGET = 2;
const OF_WORKSPACE = 24;
const SLOW_OF_WORKSPACE = 8;
const IN_ALL = 192;
const SLOW_IN_ALL = 96;
const SLOW_MS = 1_000;
/** So many addresses are remembered as slow; forgotten, one is found slow again within a second. */
const REMEMBERED_MAX = 10_000;

/** Who may send now. `enter` answers how to leave, with how long it took; null when there is no slot. */
export function slotBook() {
  const held = new Set<string>();
  const ofTarget = new Map<string, number>();
  const ofWorkspace = new Map<string, number>();
  const slowOf = new Map<string, number>();
  /** Addresses whose last answer was slow, and whose they are. */
  const slow = new Map<string, string>();
  let slowInAll = 0;

  const hasSlowRoom = (workspaceId: string) =>
    slowInAll < SLOW_IN_ALL && (slowOf.get(workspaceId) ?? 0) < SLOW_OF_WORKSPACE;

  return {
    /** Named to the database, so that what has no slot does not stand before what has. */
    full() {
      const waiting = [...slow].flatMap(([targetId, workspaceId]) =>
        hasSlowRoom(workspaceId) ? [] : [targetId],
      );
      return {
        fullTargets: [...atLimit(ofTarget, OF_TARGET), ...waiting],
        fullWorkspaces: atLimit(ofWorkspace, OF_WORKSPACE),
      };
    },
    enter({ id, targetId, workspaceId }: Due): ((tookMs: number) => void) | null {
      const isSlow = slow.has(targetId);
      if (held.has(id) || held.size >= IN_ALL) return null;
      if ((ofTarget.get(targetId) ?? 0) >= OF_TARGET) return null;
      if ((ofWorkspace.get(workspaceId) ?? 0) >= OF_WORKSPACE) return null;
      if (isSlow && !hasSlowRoom(workspaceId)) return null;
      const turn = (by: 1 | -1) => {
        count(ofTarget, targetId, by);
        count(ofWorkspace, workspaceId, by);
        if (!isSlow) return;
        count(slowOf, workspaceId, by);
        slowInAll += by;
      };
      held.add(id);
      turn(1);
      return (tookMs) => {
        held.delete(id);
        turn(-1);
        slow.delete(targetId);
        if (tookMs >= SLOW_MS) slow.set(targetId, workspaceId);
        if (slow.size > REMEMBERED_MAX) slow.clear();
      };
    },
  };
}

function atLimit(counts: ReadonlyMap<string, number>, limit: number): string[] {
  return [...counts].flatMap(([key, running]) => (running >= limit ? [key] : []));
}

function count(counts: Map<string, number>, key: string, by: number): void {
  const now = (counts.get(key) ?? 0) + by;
  if (now > 0) counts.set(key, now);
  else counts.delete(key);
}
