import type { Tx } from '@mosty/kernel/context';
import { defineEvidence } from '@mosty/lifecycle';
import type { Finding, Missing } from '@mosty/lifecycle/contract';
import type { TextKind } from '../contract/texts.ts';
import { wordsOn, type TextRecord, type TextWord } from '../store/texts.ts';
import { textsNow } from './texts.ts';

/** The last word of the side on the text that holds now; null: none, taken back, or said of another version. */
export function standingWord(text: TextRecord, said: readonly TextWord[]): TextWord | null {
  const last = said.find((one) => one.kind === text.kind);
  return last?.word === 'accepted' && last.bodyHash === text.bodyHash ? last : null;
}

async function accepted(tx: Tx, kind: TextKind, partnerId: string | null): Promise<TextWord | null> {
  const text = (await textsNow(tx)).find((one) => one.kind === kind);
  return text ? standingWord(text, await wordsOn(tx, partnerId)) : null;
}

const met = (word: TextWord): Finding['rows'][number] => ({
  code: `agreements.${word.kind}_${word.partnerId === null ? 'ours' : 'theirs'}`,
  params: { version: word.version, bodyHash: word.bodyHash },
});

/** Both sides, for a code that only one of them keeps is a demand (S0.68). */
defineEvidence('code_accepted', async (tx, { partnerId }) => {
  const [ours, theirs] = [
    await accepted(tx, 'code_of_honour', null),
    await accepted(tx, 'code_of_honour', partnerId),
  ];
  const missing: Missing[] = [];
  if (!ours)
    missing.push({
      code: 'agreements.code_not_ours',
      params: {},
      roles: ['owner', 'head'],
      to: '/settings/texts',
    });
  if (!theirs)
    missing.push({
      code: 'agreements.code_not_theirs',
      params: {},
      roles: ['partner_owner', 'manager'],
      to: `/partners/${partnerId}/texts`,
    });
  return {
    met: missing.length === 0,
    rows: [ours, theirs].flatMap((one) => (one ? [met(one)] : [])),
    missing,
  };
});

/** A separate text with a separate word: the people of every partner are persons. */
defineEvidence('pd_consent', async (tx, { partnerId }) => {
  const theirs = await accepted(tx, 'personal_data', partnerId);
  if (theirs) return { met: true, rows: [met(theirs)], missing: [] };
  return {
    met: false,
    rows: [],
    missing: [
      {
        code: 'agreements.no_consent',
        params: {},
        roles: ['partner_owner', 'manager'],
        to: `/partners/${partnerId}/texts`,
      },
    ],
  };
});
