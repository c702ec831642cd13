import { definePortalTask } from '@mosty/directory';
import { may } from '@mosty/identity';
import { rights } from '../policy.ts';
import { openLaunch } from '../store/launches.ts';
import { stepsOf } from '../store/steps.ts';

/** The next step of the partner's own on the way to the first result. */
definePortalTask('onboarding.next_step', async (tx, partnerId) => {
  if (!may(tx, rights, 'launch.walk')) return [];
  const launch = await openLaunch(tx, partnerId);
  if (!launch || launch.beganOn === null) return [];
  const open = (await stepsOf(tx, [launch.id])).filter(
    ({ side, doneAt }) => side === 'theirs' && doneAt === null,
  );
  const [next] = open;
  if (!next) return [];
  return [
    {
      code: 'onboarding.next_step',
      params: { count: open.length },
      to: '/portal/first',
      dueOn: next.dueOn,
    },
  ];
});
