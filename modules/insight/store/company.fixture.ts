import { CLASSES, type ReportingClass } from '../contract/class.ts';
import type { Facts } from './facts.fixture.ts';

/** A year of a company with partners of every class, ending on 2 March 2026. The same seed gives the same company. */
export function randomCompany(seed: number): Facts {
  let state = seed >>> 0;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const moment = (): string =>
    new Date(Date.UTC(2025, 2, 3) + Math.floor(random() * 364 * 86_400_000)).toISOString();
  const partners = Array.from({ length: 24 }, (_none, place) => ({
    id: `par_random_${place}`,
    name: `Партнёр ${place}`,
  }));
  const clients = Array.from({ length: 120 }, (_none, place) => ({
    id: `cus_random_${place}`,
    name: `Клиент ${place}`,
  }));
  const agreements = partners.slice(0, 21).flatMap((partner, place) =>
    CLASSES.filter((_name, at) => at === place % 3 || place < 4).map((name) => ({
      id: `agr_${partner.id}_${name}`,
      partnerId: partner.id,
      class: name,
      acceptedAt: '2025-03-10T10:00:00Z',
      launchedOn: '2025-03-15',
      endedAt: place === 20 ? '2025-12-01T00:00:00Z' : null,
    })),
  );
  const credited = () => (random() < 0.75 ? pick(agreements.slice(0, 14)) : null);

  const sales = Array.from({ length: 700 }, (_none, place) => ({
    id: `sal_random_${String(place).padStart(4, '0')}`,
    clientId: random() < 0.95 ? pick(clients).id : null,
    at: moment(),
    minor: 1 + Math.floor(random() * 9_000_000),
    currency: random() < 0.95 ? 'RUB' : 'USD',
    goodsMinor: random() < 0.6 ? Math.floor(random() * 1_000_000) : null,
    agreement: credited(),
    helper: random() < 0.2 ? pick(agreements) : null,
  }));
  const refunds = Array.from({ length: 90 }, (_none, place) => {
    const sale = random() < 0.7 ? pick(sales.filter((one) => one.currency === 'RUB')) : null;
    return {
      id: `ref_random_${place}`,
      saleId: sale?.id ?? null,
      clientId: sale?.clientId ?? pick(clients).id,
      at: moment(),
      minor: 1 + Math.floor(random() * 400_000),
      matched: sale !== null || random() < 0.4,
      agreement: sale === null && random() < 0.5 ? pick(agreements) : null,
    };
  });
  const participant = (
    id: string,
    saleId: string | null,
    refundId: string | null,
    role: string,
    of: { id: string; partnerId: string; class: ReportingClass },
  ) => ({
    id,
    saleId,
    refundId,
    partnerId: of.partnerId,
    agreementId: of.id,
    class: of.class,
    role,
  });
  return {
    partners,
    clients,
    agreements,
    promises: agreements
      .filter((agreement) => agreement.class === 'alliance')
      .map((agreement, place) => ({
        id: `prm_random_${place}`,
        agreementId: agreement.id,
        partnerId: agreement.partnerId,
        outcome: place % 2 ? ('kept' as const) : null,
        at: place % 2 ? '2026-01-10T10:00:00Z' : null,
      })),
    sales: sales.map(({ agreement: _agreement, helper: _helper, ...sale }) => sale),
    refunds: refunds.map(({ agreement: _agreement, ...refund }) => refund),
    participants: [
      ...sales.flatMap((sale) =>
        sale.agreement ? [participant(`ptp_s_${sale.id}`, sale.id, null, 'source', sale.agreement)] : [],
      ),
      ...sales.flatMap((sale) =>
        sale.helper ? [participant(`ptp_h_${sale.id}`, sale.id, null, 'implement', sale.helper)] : [],
      ),
      ...refunds.flatMap((refund) =>
        refund.agreement && refund.matched
          ? [participant(`ptp_r_${refund.id}`, null, refund.id, 'source', refund.agreement)]
          : [],
      ),
    ],
    accruals: sales.flatMap((sale) =>
      sale.agreement
        ? [
            {
              id: `acr_${sale.id}`,
              saleId: sale.id,
              partnerId: sale.agreement.partnerId,
              agreementId: sale.agreement.id,
              class: sale.agreement.class,
              at: sale.at,
              minor: Math.floor(sale.minor / 10),
              state: pick(['pending', 'approved', 'paid']),
            },
          ]
        : [],
    ),
    costs: Array.from({ length: 60 }, (_none, place) => ({
      id: `cst_random_${place}`,
      partnerId: random() < 0.8 ? pick(partners.slice(0, 21)).id : null,
      class: pick(CLASSES),
      on: moment().slice(0, 10),
      minor: 1 + Math.floor(random() * 900_000),
    })),
  };
}
