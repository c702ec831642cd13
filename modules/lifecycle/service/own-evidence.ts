import { facesOf } from '@mosty/directory';
import { businessDateOf } from '@mosty/kernel/time';
import type { Finding, Missing, Seen } from '../contract/evidence.ts';
import { reasonsOf } from '../contract/move.ts';
import { passagesOf } from '../store/passages.ts';
import { standingOf } from '../store/standing.ts';
import { addressOf } from './address-of.ts';
import { defineEvidence } from './evidence.ts';

/** What gates ask for and the lifecycle itself knows: said by whoever opens the gate, or seen in its own passages. */
const seen = (code: string, params: Seen['params'] = {}): Finding => ({
  met: true,
  rows: [{ code: `lifecycle.${code}`, params }],
  missing: [],
});
const missing = (
  code: string,
  { params = {}, roles = ['manager', 'head'], to }: Partial<Omit<Missing, 'code'>> = {},
): Finding => ({
  met: false,
  rows: [],
  missing: [{ code: `lifecycle.${code}`, params, roles, ...(to === undefined ? {} : { to }) }],
});

const EVERY_REASON = ['declined', 'stop_listed', 'launch', 'paused', 'review', 'leaving'] as const;

defineEvidence('reason_given', async (_tx, { details: { reasonCode } }) =>
  reasonCode !== undefined && EVERY_REASON.some((to) => reasonsOf(to).includes(reasonCode))
    ? seen('reason', { reasonCode })
    : missing('no_reason'),
);

defineEvidence('letter_sent', async (tx, { partnerId, details }) => {
  if ((await addressOf(tx, partnerId)) === null)
    return missing('no_address', { to: `/partners/${partnerId}` });
  return details.letter ? seen('letter') : missing('no_letter');
});

defineEvidence('return_date', async (tx, { details: { returnOn } }) => {
  if (returnOn === undefined) return missing('no_return_date');
  return returnOn > businessDateOf(tx.now(), tx.zone)
    ? seen('return_on', { returnOn })
    : missing('return_date_passed', { params: { returnOn } });
});

defineEvidence('return_reached_or_word', async (tx, { partnerId, details }) => {
  if (details.reasonCode === 'partners_word') return seen('partners_word');
  const returnOn = (await standingOf(tx, [partnerId])).get(partnerId)?.returnOn ?? null;
  if (returnOn !== null && returnOn <= businessDateOf(tx.now(), tx.zone))
    return seen('return_on', { returnOn });
  return missing('return_not_reached', { params: { returnOn } });
});

defineEvidence('may_return', async (tx, { partnerId }) => {
  const returnOn = (await standingOf(tx, [partnerId])).get(partnerId)?.returnOn ?? null;
  if (returnOn === null) return seen('may_return');
  return returnOn <= businessDateOf(tx.now(), tx.zone)
    ? seen('may_return_since', { returnOn })
    : missing('may_return_later', { params: { returnOn } });
});

/** Once a way: somebody who left and came back begins anew. */
defineEvidence('rework_once', async (tx, { partnerId }) => {
  const passages = await passagesOf(tx, partnerId);
  const begun = passages.findIndex(({ to }) => to === 'agreed');
  const way = begun === -1 ? passages : passages.slice(0, begun);
  const before = way.find(({ from, to }) => from === 'pilot' && to === 'launch');
  return before
    ? missing('reworked_already', { params: { on: businessDateOf(before.at, tx.zone) }, roles: ['head'] })
    : seen('first_rework');
});

defineEvidence('four_answers', async (_tx, { details: { answers } }) =>
  answers ? seen('answered', { doneOn: answers.doneOn }) : missing('no_answers'),
);

defineEvidence('fix_verified', async (_tx, { details: { fixVerified } }) =>
  fixVerified === true ? seen('fix_verified') : missing('not_verified', { roles: ['head', 'owner'] }),
);

defineEvidence('faces_set', async (tx, { partnerId }) => {
  const main = (await facesOf(tx, [partnerId])).filter((face) => face.isMain);
  const without = (['ours', 'theirs'] as const).filter((side) => !main.some((face) => face.side === side));
  return {
    met: without.length === 0,
    rows: main.map((face) => ({ code: 'lifecycle.face', params: { side: face.side, faceId: face.id } })),
    missing: without.map((side) => ({
      code: `lifecycle.no_face_${side}`,
      params: {},
      roles: ['manager', 'head'],
      to: `/partners/${partnerId}`,
    })),
  };
});
