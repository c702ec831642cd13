import { answerClaim, openClaim } from '@mosty/attribution';
import { approveDeal, moveDeal, registerDeal } from '@mosty/deals';
import { addMember, contextOfMember } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import type { Instant } from '@mosty/kernel/time';
import type { Enrolled } from './enrol.ts';
import type { Stage } from './stage.ts';

const DAY_MS = 86_400_000;
const HANDED_OVER_DAYS_AGO = 8;
/** Three days later our own salesman opened a deal with the same client. */
const OURS_DAYS_AGO = 5;
const CLIENT = { name: 'Кухни «Очаг»', site: 'kuhni-ochag.example', person: 'Вадим Печников' };

/** Story 8: our own salesman says the client is his; «ДваБайта» had handed it over three days before. */
export async function tellDirectClaim(
  stage: Stage,
  enrolled: ReadonlyMap<string, Enrolled>,
  now: Instant,
): Promise<void> {
  const partner = enrolled.get('ДваБайта');
  const seller = stage.people.get('maria@example.ru')?.ctx;
  if (!partner?.agreementId || !seller) return;
  const daysAgo = (days: number) => stage.clock.set(new Date(now.getTime() - days * DAY_MS));
  daysAgo(HANDED_OVER_DAYS_AGO);
  const { deal } = await registerDeal(stage.head, {
    partnerId: partner.partnerId,
    client: CLIENT,
    handoverBasis: 'client_consent',
    amountMinor: 26_000_000n,
  });
  if (!deal) throw new Error('the client of the claim is not registered');
  await approveDeal(stage.head, { dealId: deal.id });
  daysAgo(OURS_DAYS_AGO);
  await registerDeal(seller, {
    client: CLIENT,
    title: 'Кухни «Очаг», прямая продажа',
    amountMinor: 26_000_000n,
  });
  daysAgo(OURS_DAYS_AGO - 1);
  await moveDeal(stage.head, { dealId: deal.id, stage: 'talk' });
  const { id } = await openClaim(seller, {
    dealId: deal.id,
    claims: 'Клиент сам позвонил мне с выставки, партнёра он не упоминал. Продажа прямая.',
    wanted: { outcome: 'direct' },
    evidence: [{ text: 'Запись звонка в отдел продаж' }],
  });
  const person = await personOf(stage, partner, now);
  daysAgo(OURS_DAYS_AGO - 2);
  await answerClaim(person, {
    claimId: id,
    said: 'Мы передали клиента за три дня до звонка, с его согласия. На выставку он пришёл с нами.',
  });
  stage.clock.set(now);
}

/**
 * Who answers for the partner says it in the portal. The demo opens the portal of whoever came first, so this person comes
 * after everybody.
 */
async function personOf({ system, clock }: Stage, { partnerId }: Enrolled, now: Instant): Promise<Context> {
  clock.set(new Date(now.getTime() + 1));
  const person = { role: 'partner_owner', name: 'Глеб Байтов', email: 'gleb@dvabaita.example.ru' } as const;
  const member = await addMember(system, { ...person, partnerId });
  return contextOfMember(system.database, system.workspaceId, member.id, { clock, ids: system.ids });
}
