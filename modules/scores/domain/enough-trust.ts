/** Trusted enough for scale; with few rows a little less is enough, but the starting limits stay. */
const ENOUGH_TRUST = 60;
const ENOUGH_WITH_LIMITS = 50;

export function passesAt({
  trust,
  isEnough,
}: {
  readonly trust: number;
  readonly isEnough: boolean;
}): 'whole' | 'with_limits' | 'no' {
  if (isEnough) return trust >= ENOUGH_TRUST ? 'whole' : 'no';
  return trust >= ENOUGH_WITH_LIMITS ? 'with_limits' : 'no';
}
