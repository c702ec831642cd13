import { partnersById } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { serve, type Served } from '@mosty/kernel/http';
import { refuse } from '@mosty/kernel/refusal';
import { businessDateOf } from '@mosty/kernel/time';
import type { Reason } from '../contract/reason.ts';
import type { DealRole } from '../contract/role.ts';
import { getWhoBrought } from '../contract/who-brought.ts';
import { contestableTo } from '../domain/claim.ts';
import { timelineOf } from '../domain/timeline.ts';
import { rights } from '../policy.ts';
import { sideOf } from '../service/claims.ts';
import { claimsOfSale } from '../store/claims.ts';
import { earlierDecisions, salesById } from '../store/contested.ts';
import { standingDecisions } from '../store/decisions.ts';
import { standingParts } from '../store/participants.ts';
import { currentPolicy } from '../store/policies.ts';
import { toldBySale, withSpokenReasons } from '../store/spoken.ts';

export const whoBroughtRoutes: readonly Served[] = [
  serve(getWhoBrought, (ctx, { params }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'participant.read');
      const { saleId } = params;
      const decision = (await standingDecisions(tx, [saleId])).get(saleId);
      const [sale] = await salesById(tx, [saleId]);
      if (!sale && !decision) refuse('not_found', 'attribution.no_such_sale');
      const speak = <T extends { readonly reason: Reason }>(things: readonly T[]) =>
        withSpokenReasons(tx, saleId, things);
      const parts = await speak((await standingParts(tx, [saleId])).get(saleId) ?? []);
      const lost = await speak(decision?.lost ?? []);
      const policy = await currentPolicy(tx);
      const moments = decision ? timelineOf(decision.facts, await toldBySale(tx, saleId)) : [];
      const shown = await whoFor(tx, [
        ...parts.map((one) => one.partnerId),
        ...lost.map((one) => one.partnerId),
        ...moments.map((one) => one.partnerId),
      ]);
      const isPartner = sideOf(tx) !== null;
      const decidedOn = businessDateOf(decision?.decidedAt ?? sale?.recordedAt ?? tx.now(), tx.zone);
      return {
        saleId,
        decision: {
          kind: decision?.kind ?? (parts.length > 0 ? 'credited' : 'direct'),
          rule: decision?.rule ?? parts[0]?.rule ?? null,
          policyNumber: decision?.policyNumber ?? policy.number,
          decidedAt: decision?.decidedAt.toISOString() ?? null,
          reason: isPartner ? null : (decision?.reason ?? null),
          participants: parts
            .map(({ partnerId, role, sharePpm, leads, reason }) => ({
              ...shown(partnerId),
              role: role as DealRole,
              sharePpm,
              leads,
              reason,
            }))
            .toSorted((a, b) => Number(b.leads) - Number(a.leads) || b.sharePpm - a.sharePpm),
          steps: isPartner ? [] : await speak(decision?.steps ?? []),
          lost: lost
            .filter(({ partnerId }) => !isPartner || partnerId === sideOf(tx))
            .map(({ partnerId, rule, reason }) => ({ ...shown(partnerId), rule, reason })),
          timeline: moments.map(({ partnerId, text, ...moment }) => ({
            ...moment,
            ...shown(partnerId),
            text: shown(partnerId).partnerId === null && isPartner ? null : text,
          })),
        },
        earlier: (await earlierDecisions(tx, saleId)).map((one) => ({
          ...one,
          decidedAt: one.decidedAt.toISOString(),
        })),
        claims: (await claimsOfSale(tx, saleId)).map(({ id, state, openedAt }) => ({
          id,
          state,
          openedAt: openedAt.toISOString(),
        })),
        contestableTo: contestableTo(decidedOn, policy.body.claims.windowDays),
      };
    }),
  ),
];

/**
 * Who it was, as far as the reader may know: to people of a partner everybody else is «another partner», without a
 * name and without an id by which two sales could be compared.
 */
export async function whoFor(
  tx: Tx,
  ids: readonly (string | null)[],
): Promise<(id: string | null) => { partnerId: string | null; partnerName: string | null }> {
  const known = ids.filter((id): id is string => id !== null);
  const names = new Map<string, string>(
    (await partnersById(tx, [...new Set(known)])).map(({ id, name }) => [id, name]),
  );
  const own = sideOf(tx);
  return (id) =>
    id === null || (own !== null && id !== own)
      ? { partnerId: null, partnerName: null }
      : { partnerId: id, partnerName: names.get(id) ?? null };
}
