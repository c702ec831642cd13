import { Refusal } from '@mosty/kernel/refusal';

const REFUSALS: Record<string, () => Refusal> = {
  partner_by_external: () => new Refusal('conflict', 'directory.external_id_taken'),
  client_by_external: () => new Refusal('conflict', 'directory.external_id_taken'),
  partner_owner_is_member: () => new Refusal('not_found', 'directory.member_unknown'),
  face_is_member: () => new Refusal('not_found', 'directory.member_unknown'),
  partner_introducer: () => new Refusal('not_found', 'directory.partner_unknown'),
  partner_not_own_introducer: () => new Refusal('invalid', 'directory.introduced_itself'),
  partner_has_open_agreement: () => new Refusal('not_now', 'directory.partner_has_open_agreement'),
  requisites_two_people: () => new Refusal('not_permitted', 'identity.two_people'),
  requisites_verdict_pkey: () => new Refusal('conflict', 'directory.requisites_decided'),
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
