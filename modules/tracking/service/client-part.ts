import { defineClientPart } from '@mosty/directory';
import { moveVisits, visitsSchema } from '../store/client-visits.ts';

/** Leads and visits of a client who turned out to be another one, who may have had the same browser and the same lead. */
defineClientPart('tracking', {
  move: moveVisits,
  async bringBack(tx, { from, into }, moved) {
    await moveVisits(tx, { from: into, into: from }, visitsSchema.parse(moved));
  },
});
