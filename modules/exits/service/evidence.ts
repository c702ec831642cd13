import { accessOf } from '@mosty/identity';
import { businessDateOf } from '@mosty/kernel/time';
import type { Tx } from '@mosty/kernel/context';
import { addressOf, defineEvidence } from '@mosty/lifecycle';
import type { Finding, Missing, Seen } from '@mosty/lifecycle/contract';
import { sameFigures } from '../domain/figures.ts';
import { isTop } from '../domain/top-partner.ts';
import { lastExit } from '../store/exits.ts';
import {
  clientsKept,
  dealsOpen,
  figuresOf,
  linksNotNeutral,
  openDisputes,
  openMoney,
  placeByMargin,
  waivedSince,
} from '../store/facts.ts';
import { countHandovers } from '../store/handovers.ts';
import { lastSummary } from '../store/summaries.ts';

/** What the gates of parting find (S0.66): by fact wherever there is one, and not by a tick. */
const MANAGER: Missing['roles'] = ['manager', 'head', 'owner'];
const HEAD: Missing['roles'] = ['head', 'owner'];
const MONEY: Missing['roles'] = ['finance', 'owner'];

const seen = (code: string, params: Seen['params'] = {}): Finding => ({
  met: true,
  rows: [{ code: `exits.${code}`, params }],
  missing: [],
});
const lack = (
  code: string,
  { params = {}, roles = MANAGER, to }: { params?: Missing['params']; roles?: Missing['roles']; to: string },
): Missing => ({ code: `exits.${code}`, params, roles, to });
const lacks = (...missing: readonly Missing[]): Finding => ({ met: false, rows: [], missing: [...missing] });

const pageOf = (partnerId: string) => `/partners/${partnerId}/exit`;
const exitOf = async (tx: Tx, partnerId: string) => {
  const last = await lastExit(tx, partnerId);
  return last?.closedAt === null ? last : null;
};

defineEvidence('owner_for_top', async (tx, { partnerId }) => {
  const today = businessDateOf(tx.now(), tx.zone);
  const { place, earning } = await placeByMargin(tx, partnerId, today);
  if (!isTop(place, earning)) return seen('not_top', { place, earning });
  const { actor } = tx;
  if (actor.type === 'person' && actor.role === 'owner') return seen('owner_decides', { place, earning });
  return lacks(
    lack('owner_needed', { params: { place, earning }, roles: ['owner'], to: `/partners/${partnerId}` }),
  );
});

defineEvidence('thanks_sent', async (tx, { partnerId }) => {
  const exit = await exitOf(tx, partnerId);
  if (exit?.thankedAt)
    return seen(exit.letterId ? 'thanks_letter' : 'thanks_said', {
      on: businessDateOf(exit.thankedAt, tx.zone),
    });
  const hasAddress = (await addressOf(tx, partnerId)) !== null;
  return lacks(lack(hasAddress ? 'no_thanks' : 'no_thanks_no_address', { to: pageOf(partnerId) }));
});

defineEvidence('summary_agreed', async (tx, { partnerId }) => {
  const exit = await exitOf(tx, partnerId);
  const summary = exit && (await lastSummary(tx, exit));
  const to = pageOf(partnerId);
  if (!summary) return lacks(lack('summary_not_shown', { to }));
  const { version, agreedAt } = summary;
  if (!sameFigures(summary.figures, await figuresOf(tx, partnerId)))
    return lacks(lack('summary_changed', { params: { version }, to }));
  if (agreedAt === null)
    return lacks(
      lack('summary_not_agreed', { params: { version }, roles: ['partner_owner', ...MANAGER], to }),
    );
  return seen(`summary_${summary.agreedHow}`, { version, on: businessDateOf(agreedAt, tx.zone) });
});

defineEvidence('clients_handed_over', async (tx, { partnerId }) => {
  const exit = await lastExit(tx, partnerId);
  const clients = (await clientsKept(tx, partnerId)).length;
  const deals = (await dealsOpen(tx, partnerId, exit?.no ?? 0)).length;
  const to = pageOf(partnerId);
  const missing = [
    ...(clients > 0 ? [lack('clients_kept', { params: { count: clients }, roles: HEAD, to })] : []),
    ...(deals > 0 ? [lack('deals_open', { params: { count: deals }, roles: HEAD, to })] : []),
  ];
  if (missing.length > 0) return lacks(...missing);
  return seen('handed_over', { count: exit ? await countHandovers(tx, exit) : 0 });
});

defineEvidence('balance_settled', async (tx, { partnerId }) => {
  const { accruals, payouts, owed, debt } = await openMoney(tx, partnerId);
  const list = `partner=${partnerId}`;
  const missing = [
    ...(accruals > 0
      ? [lack('accruals_open', { params: { count: accruals }, roles: MONEY, to: `/money/accruals?${list}` })]
      : []),
    ...(payouts > 0
      ? [lack('payouts_open', { params: { count: payouts }, roles: MONEY, to: `/money/payouts?${list}` })]
      : []),
    ...(owed === null
      ? []
      : [lack('still_owed', { params: { currencies: owed }, roles: MONEY, to: `/partners/${partnerId}` })]),
    ...(debt === null
      ? []
      : [lack('debt_open', { params: { currencies: debt }, roles: MONEY, to: `/partners/${partnerId}` })]),
  ];
  if (missing.length > 0) return lacks(...missing);
  const zero = seen('balance_zero');
  const waived = await waivedSince(tx, partnerId, (await lastExit(tx, partnerId))?.beganAt ?? tx.now());
  if (waived === null) return zero;
  const on = businessDateOf(waived, tx.zone);
  return { ...zero, rows: [...zero.rows, { code: 'exits.balance_waived', params: { on } }] };
});

defineEvidence('nothing_disputed', async (tx, { partnerId }) => {
  const { statements, claims } = await openDisputes(tx, partnerId);
  const missing = [
    ...(statements > 0
      ? [
          lack('statements_objected', {
            params: { count: statements },
            roles: HEAD,
            to: `/money/statements?partner=${partnerId}`,
          }),
        ]
      : []),
    ...(claims > 0 ? [lack('claims_open', { params: { count: claims }, roles: HEAD, to: '/claims' })] : []),
  ];
  return missing.length > 0 ? lacks(...missing) : seen('no_disputes');
});

defineEvidence('links_neutral', async (tx, { partnerId }) => {
  const { live, codes } = await linksNotNeutral(tx, partnerId);
  const to = pageOf(partnerId);
  const missing = [
    ...(live > 0 ? [lack('links_live', { params: { count: live }, to })] : []),
    ...(codes > 0 ? [lack('codes_live', { params: { count: codes }, to })] : []),
  ];
  return missing.length > 0 ? lacks(...missing) : seen('links_neutral');
});

defineEvidence('access_closed', async (tx, { partnerId }) => {
  const { people, invitations } = await accessOf(tx, partnerId);
  return people + invitations > 0
    ? lacks(lack('access_open', { params: { people, invitations }, roles: HEAD, to: pageOf(partnerId) }))
    : seen('access_closed');
});

defineEvidence('retention_set', async (tx, { partnerId }) => {
  const on = (await exitOf(tx, partnerId))?.retentionOn ?? null;
  return on === null ? lacks(lack('no_retention', { to: pageOf(partnerId) })) : seen('retention', { on });
});
