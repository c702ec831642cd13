import { defineEvidence, definePassageEffect } from '@mosty/lifecycle';
import { refuse } from '@mosty/kernel/refusal';
import { seriousFlags } from '../store/flags.ts';
import { openIncidents } from '../store/incidents.ts';

/** Nobody goes on to work together while something serious is not explained (S0.26). */
defineEvidence('no_serious_flag', async (tx, { partnerId }) => {
  const flags = await seriousFlags(tx, partnerId);
  if (flags.length === 0)
    return { met: true, rows: [{ code: 'integrity.no_flag', params: {} }], missing: [] };
  return {
    met: false,
    rows: [],
    missing: flags.map(({ id, sign }) => ({
      code: 'integrity.serious_flag',
      params: { sign },
      roles: ['head', 'owner'],
      to: `/flags/${id}`,
    })),
  };
});

/** A review ends when its incidents do: the four answers said at the gate are about them. */
definePassageEffect('review', 'working', async (tx, { partnerId }) => {
  const open = await openIncidents(tx, partnerId);
  if (open.length > 0) refuse('not_now', 'integrity.incident_open', { count: open.length });
  const flags = await seriousFlags(tx, partnerId);
  if (flags.length > 0) refuse('not_now', 'integrity.flag_open', { count: flags.length });
});
