import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { Severity } from '../contract/signs.ts';
import type { Detector } from '../domain/detector.ts';
import type { Finding } from '../domain/facts.ts';
import { isUndecided, isWorse } from '../domain/life.ts';
import {
  endedFlags,
  insertFlag,
  insertStep,
  replaceRows,
  saveFlag,
  standingFlags,
  type EndedFlag,
  type FlagRecord,
} from '../store/flags.ts';
import { reviewPartner, type ReviewFrom } from './review-partner.ts';

/** Flags are locked by whoever calls: what stands is read after it. */
export async function raiseFound(
  tx: Tx,
  found: readonly (readonly [Detector, readonly Finding[]])[],
  reviewFrom: ReviewFrom,
): Promise<{ raised: number; again: number }> {
  const standing = new Map((await standingFlags(tx)).map((flag) => [`${flag.partnerId} ${flag.sign}`, flag]));
  const ended = await endedFlags(tx);
  let raised = 0;
  let again = 0;
  for (const [detector, findings] of found)
    for (const finding of findings) {
      const flag = standing.get(`${finding.partnerId} ${detector.code}`);
      if (flag) {
        again += 1;
        await seeAgain(tx, flag, finding, reviewFrom);
      } else {
        raised += 1;
        await raise(tx, detector, finding, lastFixed(ended, detector, finding), reviewFrom);
      }
    }
  return { raised, again };
}

const lastFixed = (ended: readonly EndedFlag[], { code }: Detector, { partnerId }: Finding) =>
  ended.find((one) => one.partnerId === partnerId && one.sign === code && one.state === 'closed') ?? null;

async function raise(
  tx: Tx,
  { code }: Detector,
  { partnerId, severity, measure, rows, atStakeMinor }: Finding,
  repeats: EndedFlag | null,
  reviewFrom: ReviewFrom,
): Promise<void> {
  const flag = newFlag(tx, {
    partnerId: partnerId as Id<'partner'>,
    sign: code,
    severity,
    measure,
    atStakeMinor,
    repeatsId: repeats?.id ?? null,
  });
  await insertFlag(tx, flag);
  await replaceRows(tx, flag.id, rows);
  await insertStep(tx, flag.id, { what: 'raised', params: { severity } });
  if (repeats) await insertStep(tx, flag.id, { what: 'repeats', params: { flagId: repeats.id } });
  tellRaised(tx, flag);
  await reviewPartner(tx, flag, reviewFrom);
}

/** Somebody who decides an incident works on what it stood on: its rows do not change under their hands. */
async function seeAgain(tx: Tx, flag: FlagRecord, finding: Finding, reviewFrom: ReviewFrom): Promise<void> {
  const seen = { ...flag, lastSeenAt: tx.now(), seenCount: flag.seenCount + 1 };
  if (!isUndecided(flag.state)) return saveFlag(tx, seen);
  const worse = isWorse(finding.severity, flag.severity);
  const severity: Severity = worse ? finding.severity : flag.severity;
  const changed = { ...seen, severity, measure: finding.measure, atStakeMinor: finding.atStakeMinor };
  await saveFlag(tx, changed);
  await replaceRows(tx, flag.id, finding.rows);
  if (!worse) return;
  await insertStep(tx, flag.id, { what: 'worse', params: { from: flag.severity, severity } });
  tellRaised(tx, changed);
  await reviewPartner(tx, changed, reviewFrom);
}

export function newFlag(
  tx: Tx,
  told: Pick<FlagRecord, 'partnerId' | 'sign' | 'severity' | 'measure' | 'atStakeMinor' | 'repeatsId'> & {
    readonly reason?: string;
  },
): FlagRecord {
  const { reason = null, ...rest } = told;
  return {
    ...rest,
    reason,
    id: tx.id('flag'),
    byHand: reason !== null,
    state: 'open',
    openedAt: tx.now(),
    openedBy: tx.actor.id,
    lastSeenAt: tx.now(),
    seenCount: 1,
    answerDueOn: null,
    heldUntil: null,
    holdReason: null,
    currency: tx.currency,
    endedAt: null,
    explanation: null,
    falseAlarm: false,
  };
}

export function tellRaised(tx: Tx, { id, partnerId, sign, severity }: FlagRecord): void {
  tx.audit({ verb: 'integrity.raise_flag', subject: id, change: { partnerId, sign, severity } });
  tx.emit({ type: 'flag.raised', flagId: id, partnerId, sign, severity });
}
