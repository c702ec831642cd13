import { KINDS } from '@mosty/agreements/contract';
import { operation } from '@mosty/kernel/operation';
import * as z from 'zod';
import { ASSET_KINDS } from './assets.ts';

export const KIT_NEEDS = ['crm', 'commission', ...ASSET_KINDS, 'answers'] as const;
export type KitNeed = (typeof KIT_NEEDS)[number];
export const SUPPLIERS = ['marketing', 'partner_sales', 'product', 'support', 'finance'] as const;
export type Supplier = (typeof SUPPLIERS)[number];

export const kitSchema = z.object({
  kind: z.enum(KINDS),
  /** Partners of the kind with an agreement that stands. */
  partners: z.int(),
  have: z.int(),
  of: z.int(),
  items: z.array(
    z.object({
      need: z.enum(KIT_NEEDS),
      state: z.enum(['have', 'stale', 'missing']),
      /** Who can supply it. */
      by: z.enum(SUPPLIERS),
    }),
  ),
});
export type Kit = z.infer<typeof kitSchema>;

export const readKits = operation({
  id: 'readKits',
  method: 'GET',
  path: '/library/kits',
  summary: 'What a partner of each kind needs to begin, what of it is there, and who can supply the rest',
  tag: 'library',
  permission: 'library.edit',
  answer: z.object({ kits: z.array(kitSchema) }),
});
