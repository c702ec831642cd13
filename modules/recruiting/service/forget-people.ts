import { defineForgetting } from '@mosty/directory';
import { forgetApplicants, forgetMet } from '../store/forget-people.ts';

/** With what words they applied, and by what name they were met; the stop list itself is kept for its own reason. */
defineForgetting('recruiting', async (tx, { partnerId, emails, called }) => {
  await forgetApplicants(tx, { partnerId, emails, called });
  await forgetMet(tx, partnerId);
});
