import { askingCounter, networkOf } from '@mosty/kernel/http';

const MINUTE_MS = 60_000;
/** Of one address into one form: a person types a client in a minute at best, and hands over a few a day. */
const inTenMinutes = askingCounter(10, 10 * MINUTE_MS);
const inDay = askingCounter(60, 24 * 60 * MINUTE_MS);
/** Into one form from everywhere: as much as ten addresses may; what is more is no people. Other forms stay open. */
const intoForm = askingCounter(600, 60 * MINUTE_MS);

/**
 * Every filling counts, whatever it is answered: «уже передан вами» writes nothing down and yet tells whom we know. A
 * stranger closes a form for itself only: what is refused here does not count against the others.
 */
export function isFilledTooOften(token: string, address: string, now: number): boolean {
  const who = `${token} ${networkOf(address)}`;
  const often = [inTenMinutes(who, now), inDay(who, now)];
  return often.includes(true) || intoForm(token, now);
}
