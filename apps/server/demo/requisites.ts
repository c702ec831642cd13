import { isAccount, isCorrespondentAccount, isFirmInn } from '@mosty/country-ru';
import { setRequisites, verifyRequisites } from '@mosty/directory';
import { businessDateOf } from '@mosty/kernel/time';
import { COMPANY } from './cast.ts';
import type { Enrolled } from './enrol.ts';
import type { Stage } from './stage.ts';

/** A bank that does not exist: its numbers pass the public checksums and belong to nobody. */
const BIK = '040000999';
const BANK = 'Банк «Учебный»';

/** Puts the one digit that makes the checksum hold. */
function complete(pattern: string, holds: (text: string) => boolean): string {
  for (let digit = 0; digit <= 9; digit += 1) {
    const text = pattern.replace('?', String(digit));
    if (holds(text)) return text;
  }
  throw new Error(`no digit completes ${pattern}`);
}

const corresponding = complete('30101?10000000000999', (text) => isCorrespondentAccount(text, BIK));

/** Region 00 of the tax service: valid by checksum, nobody’s. */
function demoRequisites(name: string, number: number) {
  const serial = String(number).padStart(7, '0');
  return {
    country: 'RU',
    legalForm: 'company',
    legalName: `ООО «${name.replace(/[«»]/g, '')}»`,
    taxNumber: complete(`00${serial}?`, isFirmInn),
    fields: { kpp: '000001001' },
    bank: {
      bik: BIK,
      bankName: BANK,
      correspondentAccount: corresponding,
      account: complete(`40702810?0000${serial}`, (text) => isAccount(text, BIK)),
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
    const written = await setRequisites(stage.head, { partnerId, ...demoRequisites(name, number) });
    await verifyRequisites(stage.finance, {
      requisitesId: written.id,
      verdict: 'verified',
      note: `Сверено с выпиской ${businessDateOf(stage.clock.now(), COMPANY.zone)}`,
    });
  }
}
