import { isAccount, isCorrespondentAccount, isFirmInn, isPersonInn } from '@mosty/country-ru';
import { setRequisites, verifyRequisites } from '@mosty/directory';
import { businessDateOf } from '@mosty/kernel/time';
import { COMPANY } from './cast.ts';
import type { Enrolled } from './enrol.ts';
import type { Stage } from './stage.ts';

/** A bank that does not exist: its numbers pass the public checksums and belong to nobody. */
const BIK = '040000999';
const BANK = 'Банк «Учебный»';

/** Puts the digits that make the checksum hold, one for each `?`. */
function complete(pattern: string, holds: (text: string) => boolean): string {
  const places = pattern.split('?').length - 1;
  for (let number = 0; number < 10 ** places; number += 1) {
    const digits = [...String(number).padStart(places, '0')];
    const text = pattern.replaceAll('?', () => digits.shift() ?? '');
    if (holds(text)) return text;
  }
  throw new Error(`no digit completes ${pattern}`);
}

const corresponding = complete('30101?10000000000999', (text) => isCorrespondentAccount(text, BIK));

interface SelfEmployed {
  readonly legalName: string;
  /** What finance saw when it looked. */
  readonly seen: string;
}

/** They work for themselves (НПД): by a contract of services, with a receipt for each payout and a limit by the year. */
const SELF_EMPLOYED: Readonly<Record<string, SelfEmployed>> = {
  'Светлана Р.': {
    legalName: 'Рядова Светлана Павловна',
    seen: 'Самозанятая, договор услуг, не агентский. По её справке из «Мой налог» выбрано 82 % годового лимита: к концу года решить, как платить дальше',
  },
  'Мама на Озоне': {
    legalName: 'Озерова Дарья Игоревна',
    seen: 'Самозанятая, договор услуг. До годового лимита далеко',
  },
};

type Written = Omit<Parameters<typeof setRequisites>[1], 'partnerId'>;

/** Region 00 of the tax service: valid by checksum, nobody’s. */
function demoRequisites(name: string, number: number): Written {
  const serial = String(number).padStart(7, '0');
  const person = SELF_EMPLOYED[name];
  const whose: Pick<Written, 'legalForm' | 'legalName' | 'taxNumber' | 'fields'> = person
    ? {
        legalForm: 'self_employed',
        legalName: person.legalName,
        taxNumber: complete(`000${serial}??`, isPersonInn),
        fields: {},
      }
    : {
        legalForm: 'company',
        legalName: `ООО «${name.replace(/[«»]/g, '')}»`,
        taxNumber: complete(`00${serial}?`, isFirmInn),
        fields: { kpp: '000001001' },
      };
  return {
    country: 'RU',
    ...whose,
    bank: {
      bik: BIK,
      bankName: BANK,
      correspondentAccount: corresponding,
      account: complete(`${person ? '40817810' : '40702810'}?0000${serial}`, (text) => isAccount(text, BIK)),
    },
  };
}

/** Written by the head, checked by finance: who changes an account is not who verifies it. */
export async function giveRequisites(
  stage: Stage,
  enrolled: ReadonlyMap<string, Enrolled>,
  from: number,
): Promise<void> {
  let number = from;
  for (const [name, { partnerId, agreementId }] of enrolled) {
    if (!agreementId) continue;
    number += 1;
    const seen = SELF_EMPLOYED[name]?.seen;
    const written = await setRequisites(stage.head, { partnerId, ...demoRequisites(name, number) });
    await verifyRequisites(stage.finance, {
      requisitesId: written.id,
      verdict: 'verified',
      note: `Сверено с выпиской ${businessDateOf(stage.clock.now(), COMPANY.zone).split('-').toReversed().join('.')}${seen ? `. ${seen}` : ''}`,
    });
  }
}
