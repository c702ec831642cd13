import { defineReaction } from '@mosty/kernel/events';
import * as z from 'zod';
import { tellFaces } from '../service/tell-faces.ts';

const changed = z.object({ partnerId: z.string(), frozenUntil: z.iso.datetime().nullable() });

/** The partner's own person may have made the change, and cannot write letters of the company: a job does. */
export const tellFacesWhenRequisitesChanged = defineReaction({
  name: 'directory.tell-faces-when-requisites-changed',
  on: ['requisites.changed'],
  async run(tx, events) {
    for (const { body } of events) {
      const { partnerId, frozenUntil } = changed.parse(body);
      if (frozenUntil !== null) await tellFaces(tx, partnerId, new Date(frozenUntil));
    }
  },
});
