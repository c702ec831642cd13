import { defineForgetting } from '@mosty/directory';
import { forgetProofs } from '../store/waivers.ts';

/** Who said it and to whom; that it was given up, and how much, are the books’. */
defineForgetting('payouts', (tx, { partnerId, called }) => forgetProofs(tx, partnerId, called));
