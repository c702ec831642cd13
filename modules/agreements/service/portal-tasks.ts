import { definePortalTask } from '@mosty/directory';
import { may } from '@mosty/identity';
import { rights } from '../policy.ts';
import { versionsAwaitingPartner } from '../store/portal.ts';

/** What we wrote down of our expectations waits for the partner's word (S0.40). */
definePortalTask('agreements.version_to_accept', async (tx, partnerId) => {
  if (!may(tx, rights, 'agreement.accept')) return [];
  return (await versionsAwaitingPartner(tx, partnerId)).map(({ version }) => ({
    code: 'agreements.version_to_accept',
    params: { version },
    to: '/portal/rules',
    dueOn: null,
  }));
});
