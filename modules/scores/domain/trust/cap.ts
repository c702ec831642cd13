import { FLAGS, type FlagSeverity } from '../../contract/parts.ts';

const CAPS: Readonly<Record<FlagSeverity, number>> = { watch: 79, serious: 59, critical: 39 };

/** The worst open flag holds trust down at once, however long it was earned (S0.16). */
export function capOf(open: readonly { readonly severity: FlagSeverity }[]) {
  const worst = FLAGS.toReversed().find((severity) => open.some((flag) => flag.severity === severity));
  return worst ? { cap: CAPS[worst], reason: worst } : null;
}
