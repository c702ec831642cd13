import { standingDecisions, standingParts, withSpokenReasons } from '@mosty/attribution';
import type { DealRole } from '@mosty/attribution/contract';
import { partnersById } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { touchesOfClients } from '@mosty/tracking';
import { rights } from '../../policy.ts';
import {
  accrualsOfPlay,
  movementsOfAccruals,
  playedSale,
  standingPlay,
  type PlayRecord,
} from '../../store/play.ts';
import { whyNotPlay } from './may-play.ts';

export function readPlay(ctx: Context) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'sale.play');
    const refusal = await whyNotPlay(tx);
    const play = await standingPlay(tx);
    return {
      can: { play: refusal === null ? (true as const) : { because: refusal.code } },
      play: play ? await playAsItStands(tx, play) : null,
    };
  });
}

/** Every step as its module remembers it now, not as the play told it. */
export async function playAsItStands(tx: Tx, play: PlayRecord) {
  const { clientId, saleId } = play;
  const sale = await playedSale(tx, play);
  const touches =
    (await touchesOfClients(tx, [{ clientId, until: sale.occurredAt }], new Date(0))).get(clientId) ?? [];
  const click = touches.find((touch) => touch.kind === 'click');
  const lead = touches.find((touch) => touch.kind === 'lead');
  const accruals = await accrualsOfPlay(tx, saleId);
  const movements = await movementsOfAccruals(
    tx,
    accruals.map((one) => one.id),
  );
  const [partner] = await partnersById(tx, [play.partnerId]);
  return {
    playedAt: play.playedAt.toISOString(),
    isTrial: play.made.trial !== null,
    partner: { id: play.partnerId, name: partner?.name ?? '' },
    click: click ? { id: click.clickId, at: click.at.toISOString() } : null,
    link: { id: play.linkId, key: sale.linkKey },
    lead: lead ? { at: lead.at.toISOString() } : null,
    client: { id: clientId, name: sale.clientName },
    sale: {
      id: saleId,
      externalId: sale.externalId,
      occurredAt: sale.occurredAt.toISOString(),
      amountMinor: sale.amountMinor,
      currency: sale.currency,
    },
    decision: await decisionOf(tx, saleId),
    accruals: accruals.map(({ explanation, ...accrual }) => ({ ...accrual, lines: [...explanation.lines] })),
    ledger: movements.map(({ entries, ...movement }) => ({
      ...movement,
      entries: entries.map((entry) => ({ ...entry, amountMinor: BigInt(entry.amountMinor) })),
    })),
  };
}

async function decisionOf(tx: Tx, saleId: string) {
  const decision = (await standingDecisions(tx, [saleId])).get(saleId);
  const parts = await withSpokenReasons(tx, saleId, (await standingParts(tx, [saleId])).get(saleId) ?? []);
  const lost = await withSpokenReasons(tx, saleId, decision?.lost ?? []);
  const ids = [...parts, ...lost].flatMap((one) => one.partnerId ?? []);
  const names = new Map<string | null, string>(
    (await partnersById(tx, [...new Set(ids)])).map(({ id, name }) => [id, name]),
  );
  return {
    kind: decision?.kind ?? ('direct' as const),
    rule: decision?.rule ?? null,
    policyNumber: decision?.policyNumber ?? 0,
    participants: parts.map(({ partnerId, role, sharePpm, leads, reason }) => ({
      partnerId,
      partnerName: names.get(partnerId) ?? null,
      role: role as DealRole,
      sharePpm,
      leads,
      reason,
    })),
    steps: await withSpokenReasons(tx, saleId, decision?.steps ?? []),
    lost: lost.map(({ partnerId, rule, reason }) => ({
      partnerId,
      partnerName: names.get(partnerId) ?? null,
      rule,
      reason,
    })),
  };
}
