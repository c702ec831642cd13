import { idSchema } from '@mosty/kernel/id';
import { operation } from '@mosty/kernel/operation';
import * as z from 'zod';

/** Of a request asked with the eyes of this partner, by a colleague who may; reads only. */
export const LOOK_HEADER = 'mosty-as-partner';
export const LOOK_MINUTES = 60;

export const beginLook = operation({
  id: 'beginLook',
  method: 'POST',
  path: '/looks',
  summary: 'Look at the portal as this partner sees it: for an hour, reads only, kept in the journal',
  tag: 'identity',
  permission: 'portal.look_as',
  body: z.strictObject({ partnerId: idSchema('partner') }),
  answer: z.object({
    partnerId: idSchema('partner'),
    partnerName: z.string(),
    until: z.iso.datetime(),
  }),
  status: 201,
});
