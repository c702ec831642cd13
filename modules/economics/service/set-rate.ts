import { namesOfMembers, namesOfTeam, permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look, transact } from '@mosty/kernel/db';
import { refuse } from '@mosty/kernel/refusal';
import type { Month } from '@mosty/kernel/time';
import { rights } from '../policy.ts';
import { hourRates, insertRate } from '../store/hours.ts';
import { takeTurn } from '../store/plans.ts';

export function listRates(ctx: Context) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'department.rates');
    const rates = await hourRates(tx);
    const team = await namesOfMembers(
      tx,
      rates.flatMap(({ memberId }) => memberId ?? []),
    );
    const items = rates.map((rate) => ({
      ...rate,
      name: rate.memberId === null ? null : (team.get(rate.memberId) ?? null),
    }));
    return { currency: tx.currency, items };
  });
}

/** What an hour costs from a month on; time written as a cost before keeps the rate it was written by. @throws economics.member_unknown */
export function setRate(
  ctx: Context,
  input: { memberId?: string | undefined; fromMonth: string; rateMinor: number },
) {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'department.rates');
    const { memberId = null } = input;
    const team = memberId === null ? new Map<string, string>() : await namesOfTeam(tx, [memberId]);
    if (memberId !== null && !team.has(memberId))
      refuse('not_found', 'economics.member_unknown', { memberId });
    await takeTurn(tx);
    const rate = { memberId, fromMonth: input.fromMonth as Month, rateMinor: BigInt(input.rateMinor) };
    await insertRate(tx, rate);
    tx.audit({
      verb: 'economics.set_rate',
      subject: memberId ?? tx.workspaceId,
      change: { fromMonth: input.fromMonth, rateMinor: input.rateMinor },
    });
    return { ...rate, name: memberId === null ? null : (team.get(memberId) ?? null) };
  });
}
