import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { Answer } from './answer.ts';

const monthSchema = z.tuple([z.string(), z.string(), z.string(), z.string(), z.string()]);
const partnerSchema = z.object({
  accrued: z.string(),
  clawed_back: z.string(),
  paid: z.string(),
  closing_balance: z.string(),
  'months_[accrual,clawback,payout,balance]': z.array(monthSchema),
});
const totalsSchema = z.object({
  accrued: z.string(),
  clawed_back: z.string(),
  paid: z.string(),
  closing_balance_total: z.string(),
  partners: z.int(),
  partner_months_with_negative_balance: z.int(),
  by_partner: z.record(z.string(), partnerSchema),
});
const referenceSchema = z.union([
  z.object({ schemeA: totalsSchema }).transform(({ schemeA }) => schemeA),
  totalsSchema,
]);

/** Everything in which an answer differs from the reference, in words; empty when it is equal to the penny. */
export function differences(answer: Answer, file: string): string[] {
  const reference = referenceSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const found: string[] = [];
  const same = (what: string, ours: string | undefined, theirs: string): void => {
    if (ours === undefined || pence(ours) !== pence(theirs))
      found.push(`${what}: ${ours ?? 'nothing'}, the reference has ${theirs}`);
  };
  same('accrued', answer.accrued, reference.accrued);
  same('clawed back', answer.clawedBack, reference.clawed_back);
  same('paid', answer.paid, reference.paid);
  same('closing balance', answer.closing, reference.closing_balance_total);
  const partners = Object.values(answer.partners);
  if (partners.length !== reference.partners)
    found.push(`${partners.length} partners, the reference has ${reference.partners}`);
  const negative = partners
    .flatMap((partner) => partner.months)
    .filter((month) => month[4].startsWith('-')).length;
  if (negative !== reference.partner_months_with_negative_balance) {
    found.push(
      `${negative} partner-months below zero, the reference has ${reference.partner_months_with_negative_balance}`,
    );
  }
  for (const [name, theirs] of Object.entries(reference.by_partner)) {
    const ours = answer.partners[name];
    same(`${name} accrued`, ours?.accrued, theirs.accrued);
    same(`${name} clawed back`, ours?.clawedBack, theirs.clawed_back);
    same(`${name} paid`, ours?.paid, theirs.paid);
    same(`${name} closing`, ours?.closing, theirs.closing_balance);
    for (const [month, ...figures] of theirs['months_[accrual,clawback,payout,balance]']) {
      const row = ours?.months.find(([name_]) => name_ === month);
      figures.forEach((figure, place) =>
        same(`${name} ${month} ${FIGURES[place]}`, row?.[place + 1], figure),
      );
    }
  }
  return found;
}

const FIGURES = ['accrual', 'clawback', 'payout', 'balance'];

/** «0», «0.00» and «-0.00» are one. */
function pence(text: string): bigint {
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const size = BigInt(whole + fraction.padEnd(2, '0'));
  return text.startsWith('-') ? -size : size;
}
