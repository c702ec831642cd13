import { approveDeal, registerDeal, setRoles } from '@mosty/deals';
import type { DealRole } from '@mosty/deals/contract';
import { settleSales } from '@mosty/incentives';
import type { Instant } from '@mosty/kernel/time';
import { COMPANY } from './cast.ts';
import type { Enrolled } from './enrol.ts';
import type { Stage } from './stage.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** 120 000 ₽. */
const PAID_MINOR = 12_000_000n;
/** Together with the tenth of the bank 36 000 ₽: thirty percent of what the client paid, and not a rouble more. */
const ROLES: readonly (readonly [who: string, role: DealRole, capMinor: bigint | null])[] = [
  ['Банк «Берег»', 'source', null],
  ['Вектор CRM', 'implement', 1_350_000n],
  ['Цифра и баланс', 'expertise', 600_000n],
  ['Учётный двор', 'expand', 450_000n],
];

/** Story 6: the bank brought the client, three more did their part, and the revenue is counted once, in its class. */
export async function tellFourRoles(
  stage: Stage,
  enrolled: ReadonlyMap<string, Enrolled>,
  now: Instant,
): Promise<void> {
  const bank = enrolled.get('Банк «Берег»');
  if (!bank?.agreementId) return;
  const daysAgo = (days: number) => stage.clock.set(new Date(now.getTime() - days * DAY_MS));
  daysAgo(34);
  const { deal } = await registerDeal(stage.head, {
    partnerId: bank.partnerId,
    client: { name: 'ТД «Три причала»', site: 'tri-prichala.example', person: 'Ева Лоцман' },
    handoverBasis: 'client_consent',
    amountMinor: PAID_MINOR,
  });
  if (!deal?.clientId) throw new Error('the deal of four roles is not registered');
  daysAgo(33);
  await approveDeal(stage.head, { dealId: deal.id });
  await setRoles(stage.head, {
    dealId: deal.id,
    roles: ROLES.flatMap(([who, role, capMinor]) => {
      const one = enrolled.get(who);
      return one?.agreementId
        ? [
            {
              partnerId: one.partnerId,
              agreementId: one.agreementId,
              role,
              sharePpm: 1_000_000,
              capMinor,
            },
          ]
        : [];
    }),
  });
  const paidAt = new Date(now.getTime() - 3 * HOUR_MS);
  stage.clock.set(paidAt);
  await settleSales(stage.finance, {
    source: 'billing',
    sales: [
      {
        externalId: 'FOUR-ROLES-1',
        clientId: deal.clientId,
        dealId: deal.id,
        occurredAt: paidAt,
        currency: COMPANY.currency,
        amountMicro: PAID_MINOR * 1_000_000n,
        costMinor: (PAID_MINOR * 22n) / 100n,
        product: 'Внедрение',
      },
    ],
  });
  stage.clock.set(now);
}
