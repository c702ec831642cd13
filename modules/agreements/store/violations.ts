import { Refusal } from '@mosty/kernel/refusal';

/** What the database itself refuses, as the reader is told it. Reached only by races: the verbs look first. */
const REFUSALS: Record<string, () => Refusal> = {
  referral_is_proven_client: () => new Refusal('not_now', 'agreements.referral_is_proven_client', {}),
  referrals_within_clients: () => new Refusal('limit', 'agreements.referrals_within_clients', {}),
  agreement_by_referral_client: () => new Refusal('conflict', 'agreements.client_already_refers', {}),
  agreement_one_open: () => new Refusal('conflict', 'agreements.already_open', {}),
  agreement_of_live_partner: () => new Refusal('not_now', 'directory.partner_archived', {}),
  acceptance_pkey: () => new Refusal('conflict', 'agreements.already_accepted', {}),
};

/** Runs the write and turns the database's own refusals into refusals with codes. */
export async function orViolation<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (thrown) {
    const { constraint } = thrown as { constraint?: string };
    const refusal = constraint === undefined ? undefined : REFUSALS[constraint];
    throw refusal ? refusal() : thrown;
  }
}
