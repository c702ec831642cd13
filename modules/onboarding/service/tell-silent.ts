import { isWorkingDay } from '@mosty/country-ru';
import type { Round } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { addDays, businessDateOf, type BusinessDate } from '@mosty/kernel/time';
import { SILENT_DAYS } from '../domain/steps.ts';
import { tellSilent } from '../store/launches.ts';

/** The last day on which a touch is five working days old: whoever was touched then or before is left alone. */
export function silentBefore(today: BusinessDate): BusinessDate {
  let left = SILENT_DAYS;
  let on = today;
  while (left > 0) {
    if (isWorkingDay(on)) left -= 1;
    on = addDays(on, -1);
  }
  return on;
}

/** Tells, once for each silence, that nobody did anything with a partner in launch (S1.17). Safe to repeat. */
export function tellSilentLaunches(ctx: Context): Promise<number> {
  return transact(ctx, async (tx) => {
    const silent = await tellSilent(tx, silentBefore(businessDateOf(tx.now(), tx.zone)));
    for (const { id, partnerId, touchedOn } of silent)
      tx.emit({ type: 'launch.silent', partnerId, launchId: id, touchedOn });
    return silent.length;
  });
}

export const lookForSilence: Round = { name: 'onboarding.tell_silent_launches', run: tellSilentLaunches };
