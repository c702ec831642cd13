import { askingCounter, networkOf } from '@mosty/kernel/http';

const MINUTE_MS = 60_000;
/** Of one network into one survey: an office of customers answers from one address. */
const inTenMinutes = askingCounter(30, 10 * MINUTE_MS);
const inDay = askingCounter(300, 24 * 60 * MINUTE_MS);
/** Into one survey from everywhere: a letter to ten thousand clients brings fewer in an hour. */
const intoSurvey = askingCounter(2_000, 60 * MINUTE_MS);

/** Every answer counts, whatever becomes of it; a stranger closes the survey for itself only. */
export function isAnsweredTooOften(token: string, address: string, now: number): boolean {
  const who = `${token} ${networkOf(address)}`;
  const often = [inTenMinutes(who, now), inDay(who, now)];
  return often.includes(true) || intoSurvey(token, now);
}
