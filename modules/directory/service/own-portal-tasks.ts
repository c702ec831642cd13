import { may } from '@mosty/identity';
import { rights } from '../policy.ts';
import { newestRequisites } from '../store/requisites.ts';
import { definePortalTask } from './portal-tasks.ts';

/** Without verified requisites nothing can be paid out. */
definePortalTask('directory.requisites', async (tx, partnerId) => {
  if (!may(tx, rights, 'requisites.write')) return [];
  const [newest] = await newestRequisites(tx, [partnerId]);
  if (newest && newest.verdict !== 'rejected') return [];
  return [{ code: 'directory.requisites', params: {}, to: '/portal/me', dueOn: null }];
});
