/** The share of partners whom only the owner parts with: those who give the most margin. */
const TOP_PPM = 200_000;

/** Whether somebody `place`-th by margin among `earning` partners is one of the top fifth; the fifth is rounded up. */
export function isTop(place: number | null, earning: number): boolean {
  return place !== null && place <= Math.ceil((earning * TOP_PPM) / 1_000_000);
}
