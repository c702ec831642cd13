/** Above this share of accepted candidates the choice is not a choice (S0.8: «берут всех»). */
const TOO_MANY_PPM = 800_000;
/** One or two decisions say nothing of how we choose. */
const ENOUGH = 5;

export function acceptanceOf({ approved, decided }: { approved: number; decided: number }) {
  const sharePpm = decided === 0 ? null : Math.round((approved * 1_000_000) / decided);
  return {
    decided,
    approved,
    sharePpm,
    tooMany: sharePpm !== null && decided >= ENOUGH && sharePpm > TOO_MANY_PPM,
  };
}
