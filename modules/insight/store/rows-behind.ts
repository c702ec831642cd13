import { sql } from 'kysely';
import type { Metric } from '../contract/measure.ts';
import type { HorizonDays } from '../domain/metrics/client-value.ts';
import { clientRows } from './client-rows.ts';
import { accrualRows, costRows, refundRows, saleRows } from './fact-rows.ts';
import type { RowSource } from './number-rows.ts';
import * as partners from './partner-rows.ts';

/** Accruals that are not money in the partner's hands yet. */
const OWED = sql`a.state IN ('pending', 'on_hold', 'approved')`;
const paid = [saleRows(), refundRows(-1)];

const SOURCES: Readonly<Record<Exclude<Metric, 'client_value'>, readonly RowSource[]>> = {
  paid,
  share_of_revenue: paid,
  refunds: [refundRows(1)],
  clients_came: [clientRows(null)],
  commission: [accrualRows()],
  costs: [costRows],
  class_cost: [accrualRows(), costRows],
  cost_share: [accrualRows(), costRows],
  owed: [accrualRows(OWED)],
  average_check: [saleRows()],
  active_share: [partners.workingPartners],
  referral_capacity: [partners.workingPartners],
  time_to_first_sale: [partners.firstSales],
  payback: [partners.paybacks],
  concentration: [partners.sellersInCurrency],
  sold: [partners.partnersThatSold],
  took_part: [partners.partnersThatTookPart],
  promises_kept: [partners.alliesOfInfluence],
  agreements_without_sales: [partners.silentPartners],
  logos_only: [partners.alliesAsLogos],
  contacts_called_partners: [partners.contacts],
  spent_without_sales: [partners.partnersPaidForNothing],
  sales_without_client: [saleRows(sql`s.client_id IS NULL`)],
  refunds_unmatched: [refundRows(1, false)],
  sales_uncredited: [
    saleRows(
      sql`EXISTS (SELECT FROM attribution.v_uncredited u WHERE u.workspace_id = s.workspace_id AND u.sale_id = s.id)`,
    ),
  ],
  goods_cost_unknown: [saleRows(sql`s.cost_minor IS NULL`)],
};

/** What stands behind a number. Every metric has its entry: the compiler refuses one that opens to nothing. */
export function sourcesOf(metric: Metric, horizonDays: HorizonDays): readonly RowSource[] {
  return metric === 'client_value' ? [clientRows(horizonDays)] : SOURCES[metric];
}
