import type { Tx } from '@mosty/kernel/context';
import { defineNotice, tell } from '@mosty/notices';
import type { NewStopMeeting } from '../store/stop-meetings.ts';

const title = {
  ru: 'Встретился похожий на кого-то из стоп-листа',
  en: 'Somebody like one on the stop list has turned up',
};
defineNotice('recruiting.stop_met_in_partner', {
  kind: 'flags',
  title,
  text: {
    ru: 'Партнёр или кто-то из его людей похож на «{{name}}». Посмотрите, он ли это: само ничего не остановилось.',
    en: 'A partner or one of its people is like “{{name}}”. See whether it is them: nothing stopped by itself.',
  },
});
defineNotice('recruiting.stop_met_in_deal', {
  kind: 'flags',
  title,
  text: {
    ru: 'В переданной сделке назван похожий на «{{name}}». Посмотрите, он ли это: само ничего не остановилось.',
    en: 'A deal that was handed over names somebody like “{{name}}”. See whether it is them: nothing stopped by itself.',
  },
});
defineNotice('recruiting.stop_met_in_invitation', {
  kind: 'flags',
  title,
  text: {
    ru: 'В кабинет партнёра пригласили похожего на «{{name}}». Посмотрите, он ли это: само ничего не остановилось.',
    en: 'Somebody like “{{name}}” was invited to a partner’s portal. See whether it is them: nothing stopped by itself.',
  },
});

/** What happened longer ago is read on the page and is no news. */
const FRESH_MS = 7 * 86_400_000;

/** Those who may decide are told; by the name on the list, not by the one at the door. */
export async function tellStopMet(
  tx: Tx,
  met: Pick<NewStopMeeting, 'id' | 'metIn' | 'metAt'> & { readonly entryName: string },
): Promise<void> {
  if (tx.now().getTime() - met.metAt.getTime() > FRESH_MS) return;
  await tell(tx, {
    code: `recruiting.stop_met_in_${met.metIn}`,
    to: { roles: ['owner', 'head'] },
    subject: met.id,
    params: { name: met.entryName },
    path: '/scout/stop-list',
    onceKey: met.id,
  });
}
