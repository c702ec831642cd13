import { defineForgetting } from '@mosty/directory';
import { forgetToWhom } from '../store/packages.ts';

/** To whom a service was given; that it was, when and by whom of us stays. */
defineForgetting('framework', (tx, { partnerId, called }) => forgetToWhom(tx, partnerId, called));
