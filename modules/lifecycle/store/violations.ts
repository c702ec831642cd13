import { Refusal } from '@mosty/kernel/refusal';

const REFUSALS: Record<string, () => Refusal> = {
  passage_in_turn: () => new Refusal('conflict', 'lifecycle.moved_meanwhile', {}),
  passage_pkey: () => new Refusal('conflict', 'lifecycle.moved_meanwhile', {}),
  limit_rule_pkey: () => new Refusal('conflict', 'lifecycle.limits_changed_meanwhile', {}),
  passage_allowed: () => new Refusal('not_now', 'lifecycle.no_such_step', {}),
  passage_with_evidence: () => new Refusal('not_now', 'lifecycle.gate_closed', {}),
};

/** Runs the write and turns what the database itself refuses into refusals with codes. */
export async function orViolation<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (thrown) {
    const { constraint } = thrown as { constraint?: string };
    const refusal = constraint === undefined ? undefined : REFUSALS[constraint];
    throw refusal ? refusal() : thrown;
  }
}
