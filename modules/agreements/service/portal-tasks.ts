import { definePortalTask } from '@mosty/directory';
import { may } from '@mosty/identity';
import { rights } from '../policy.ts';
import { versionsAwaitingPartner } from '../store/portal.ts';
import { wordsOn } from '../store/texts.ts';
import { standingWord } from './text-evidence.ts';
import { textsNow } from './texts.ts';

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

const TASK_OF = { code_of_honour: 'code_to_accept', personal_data: 'consent_to_give' } as const;

/** The code and the consent of the day are accepted once, and again when the company wrote them anew. */
definePortalTask(['agreements.code_to_accept', 'agreements.consent_to_give'], async (tx, partnerId) => {
  if (!may(tx, rights, 'agreement.accept')) return [];
  const said = await wordsOn(tx, partnerId);
  return (await textsNow(tx))
    .filter((text) => standingWord(text, said) === null)
    .map(({ kind }) => ({
      code: `agreements.${TASK_OF[kind]}`,
      params: {},
      to: '/portal/rules',
      dueOn: null,
    }));
});
