import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { defineEvidence } from '@mosty/lifecycle';
import { findStop, lastTakenOff, stopOfPartner, type StopRecord } from '../store/stop-list.ts';
import { stopsOfPartner } from './stop-matches.ts';

const LIST = '/scout/stop-list';
const DECIDING = ['head', 'owner'] as const;

defineEvidence('not_stop_listed', async (tx, { partnerId }) => {
  const matches = await stopsOfPartner(tx, partnerId);
  return {
    met: matches.length === 0,
    rows: matches.length === 0 ? [{ code: 'recruiting.not_stop_listed', params: {} }] : [],
    missing: matches.map(({ entryId, reasonCode, by, sure }) => ({
      code: sure ? 'recruiting.stop_listed' : 'recruiting.called_like_stop_listed',
      params: { entryId, reasonCode, by: by.join(', ') },
      roles: [...DECIDING],
      to: `${LIST}?partner=${partnerId}`,
    })),
  };
});

/** The entry that names the partner, or one in force that is surely the same somebody. */
async function stopFor(tx: Tx, partnerId: Id<'partner'>): Promise<StopRecord | undefined> {
  const named = await stopOfPartner(tx, partnerId);
  if (named) return named;
  const match = (await stopsOfPartner(tx, partnerId)).find(({ sure }) => sure);
  return match && findStop(tx, match.entryId);
}

const missing = (code: string, partnerId: string) => ({
  met: false,
  rows: [],
  missing: [{ code, params: {}, roles: [...DECIDING], to: `${LIST}?partner=${partnerId}` }],
});

defineEvidence('stop_reason', async (tx, { partnerId }) => {
  const entry = await stopFor(tx, partnerId);
  if (!entry) return missing('recruiting.no_stop_reason', partnerId);
  const { id, reasonCode } = entry;
  return {
    met: true,
    rows: [{ code: 'recruiting.stop_reason', params: { entryId: id, reasonCode } }],
    missing: [],
  };
});

defineEvidence('two_people', async (tx, { partnerId }) => {
  const entry = await stopFor(tx, partnerId);
  if (!entry?.approved) return missing('recruiting.no_second_person', partnerId);
  const { id, proposedBy, decidedBy } = entry;
  return {
    met: true,
    rows: [{ code: 'recruiting.two_people', params: { entryId: id, proposedBy, decidedBy } }],
    missing: [],
  };
});

/** The way back goes by the same two hands that shut it. */
defineEvidence('stop_taken_off', async (tx, { partnerId }) => {
  const entry = await lastTakenOff(tx, partnerId);
  if (!entry) return missing('recruiting.not_taken_off', partnerId);
  const { id, offAskedBy, offBy } = entry;
  return {
    met: true,
    rows: [{ code: 'recruiting.stop_taken_off', params: { entryId: id, offAskedBy, offBy } }],
    missing: [],
  };
});
