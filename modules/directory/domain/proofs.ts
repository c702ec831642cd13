import type { Proof } from '../contract/client.ts';

export interface ClientProofs {
  readonly firstPaidAt: Date | null;
  readonly resultConfirmedAt: Date | null;
  readonly satisfied: boolean | null;
  readonly consentAt: Date | null;
}

/** S2.7: bought, got a result, is satisfied, is ready to tell. What of the four is missing, in that order. */
export function missingProofs(client: ClientProofs): Proof[] {
  const missing: Proof[] = [];
  if (client.firstPaidAt === null) missing.push('payment');
  if (client.resultConfirmedAt === null) missing.push('result');
  if (client.satisfied !== true) missing.push('satisfaction');
  if (client.consentAt === null) missing.push('consent');
  return missing;
}
