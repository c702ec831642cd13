import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { businessDateOf } from '@mosty/kernel/time';
import type { ReportingClass } from '../../contract/class.ts';
import type { Dimension } from '../../contract/partner-life.ts';
import { lately, withDays } from '../../domain/partner-life/windows.ts';
import { sharePpm } from '../../domain/share.ts';
import { rights } from '../../policy/channel.ts';
import { withHashJoins } from '../../store/hash-joins.ts';
import { selectEffort, SILENT_DAYS, type EffortGroup } from '../../store/partner-life/effort.ts';

/** Where the hours of the team go, beside what came from there in the same days (S1.27). */
export function readEffort(ctx: Context, asked: { class: ReportingClass }) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'channel.read');
    const window = lately(businessDateOf(tx.now(), tx.zone));
    const of = { class: asked.class, currency: tx.currency };
    const groups = await withHashJoins(tx, () => selectEffort(tx, of, window));
    const whole = groups.find((group) => group.track === null && group.kind === null && group.stage === null);
    const rowsOf = (dimension: Dimension) =>
      groups
        .flatMap((group) => {
          const key = group[dimension];
          return key === null ? [] : [rowOf(key, asked.class, group, whole ?? group)];
        })
        .sort((a, b) => b.minutes - a.minutes || (b.paidMinor > a.paidMinor ? 1 : -1));
    return {
      ...of,
      window: withDays(window),
      silentDays: SILENT_DAYS,
      minutes: whole?.minutes ?? 0,
      paidMinor: whole?.paidMinor ?? 0n,
      tracks: rowsOf('track'),
      kinds: rowsOf('kind'),
      stages: rowsOf('stage'),
    };
  });
}

function rowOf(key: string, book: ReportingClass, group: EffortGroup, whole: EffortGroup) {
  const { track: _track, kind: _kind, stage: _stage, ...counted } = group;
  return {
    key,
    class: book,
    ...counted,
    minutesPpm: sharePpm(BigInt(group.minutes), BigInt(whole.minutes)),
    paidPpm: sharePpm(group.paidMinor, whole.paidMinor),
  };
}
