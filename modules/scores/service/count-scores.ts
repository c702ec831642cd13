import type { Round } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { businessDateOf, type BusinessDate } from '@mosty/kernel/time';
import { changesBetween, partsOf } from '../domain/changes.ts';
import { scoresFrom, type Scores } from '../domain/scores.ts';
import { lastBefore, saveDay } from '../store/history.ts';
import { SCORED } from '../store/inputs/standings.ts';
import {
  dueOn,
  forgetStandings,
  lockScores,
  saveStandings,
  type StandingRecord,
} from '../store/standings.ts';
import { countYardstick, saveYardstick, yardstickOf } from '../store/yardsticks.ts';
import { gatherFacts } from './gather-facts.ts';

/** Counted from rows as they are this moment; nothing is written. Partners that are not scored are left out. */
export async function scoresOf(tx: Tx, partnerIds: readonly string[]): Promise<ReadonlyMap<string, Scores>> {
  const today = businessDateOf(tx.now(), tx.zone);
  const yardstick = (await yardstickOf(tx, today)) ?? (await countYardstick(tx, today));
  const facts = await gatherFacts(tx, { partnerIds, today }, yardstick);
  return new Map([...facts].map(([partnerId, one]) => [partnerId, scoresFrom(one, today)]));
}

/**
 * Counts the scores of these again and keeps them, with what changed today and why. The same rows give the same
 * whatever happened before: counting one by one equals counting everybody.
 */
export function scorePartners(ctx: Context, partnerIds: readonly string[]): Promise<void> {
  return transact(ctx, async (tx) => {
    if (partnerIds.length === 0) return;
    await lockScores(tx);
    const today = businessDateOf(tx.now(), tx.zone);
    if (!(await yardstickOf(tx, today))) await saveYardstick(tx, today, await countYardstick(tx, today));
    const found = await scoresOf(tx, partnerIds);
    await saveStandings(
      tx,
      today,
      [...found].map(([partnerId, scores]) => recordOf(partnerId, scores)),
    );
    await forgetStandings(
      tx,
      partnerIds.filter((partnerId) => !found.has(partnerId)),
    );
    await keepDay(tx, today, partnerIds, found);
  });
}

function recordOf(partnerId: string, { trust, pulse, silence, basis }: Scores): StandingRecord {
  const lastOn = silence.signals.flatMap((one) => (one.expected && one.lastOn) || []).toSorted();
  return {
    partnerId,
    trust: trust.trust,
    evidenceN: trust.evidenceN,
    cap: trust.cap,
    capReason: trust.capReason,
    pulse,
    silence: silence.state,
    silenceRatio: silence.best?.ratio ?? null,
    silenceDays: silence.best?.days ?? null,
    bestSignal: silence.best?.signal ?? null,
    lastSignalOn: lastOn.at(-1) ?? null,
    basis,
  };
}

async function keepDay(
  tx: Tx,
  today: BusinessDate,
  partnerIds: readonly string[],
  found: ReadonlyMap<string, Scores>,
): Promise<void> {
  const before = await lastBefore(tx, partnerIds, today);
  const changed = [...found].flatMap(([partnerId, { trust, pulse, silence, basis }]) => {
    const day = {
      trust: trust.isEnough ? trust.trust : null,
      pulse,
      silence: silence.state,
      parts: partsOf(basis, trust.cap),
    };
    const changes = changesBetween(before.get(partnerId) ?? null, day, basis);
    return changes ? [{ partnerId, ...day, changes }] : [];
  });
  await saveDay(tx, today, partnerIds, changed);
}

const BATCH = 500;

/** Everybody whose scores are not of today yet, a batch a transaction: stopped in the middle it goes on where it was. */
export async function scoreEverybody(ctx: Context): Promise<{ scored: number }> {
  let scored = 0;
  for (;;) {
    const batch = await transact(ctx, async (tx) => {
      const due = await dueOn(tx, businessDateOf(tx.now(), tx.zone), SCORED, BATCH);
      await scorePartners(tx, due);
      return due.length;
    });
    scored += batch;
    if (batch < BATCH) return { scored };
  }
}

export const scoreNightly: Round = { name: 'scores.score_everybody', run: scoreEverybody };
