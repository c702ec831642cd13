/** Where things stand in the drawing of shares. Pure, so that the drawing itself only draws. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Scale {
  readonly x: (place: number) => number;
  readonly y: (ppm: number) => number;
  readonly placeAt: (x: number) => number;
}

/** The top of the axis: the highest value or mark and a little air, on a whole 5 %. */
export function ceilingOf(values: readonly (number | null)[], marks: readonly number[]): number {
  const highest = Math.max(...values.map((value) => value ?? 0), ...marks);
  return Math.ceil((highest * 1.12) / 50_000) * 50_000;
}

export function scaleOf(frame: Frame, count: number, ceiling: number): Scale {
  const inner = Math.max(1, frame.width - frame.left - frame.right);
  const steps = Math.max(1, count - 1);
  return {
    x: (place) => frame.left + (count < 2 ? inner / 2 : (place / steps) * inner),
    y: (ppm) => frame.top + (1 - Math.max(0, ppm) / ceiling) * (frame.height - frame.top - frame.bottom),
    placeAt: (x) => Math.max(0, Math.min(count - 1, Math.round(((x - frame.left) / inner) * steps))),
  };
}

/** A line through the values; where one cannot be told the line breaks: a gap is shown as a gap. */
export function pathOf(values: readonly (number | null)[], { x, y }: Scale, from = 0): string {
  let path = '';
  let broken = true;
  values.forEach((value, place) => {
    if (value === null) {
      broken = true;
      return;
    }
    path += `${broken ? 'M' : 'L'}${x(from + place).toFixed(1)} ${y(value).toFixed(1)}`;
    broken = false;
  });
  return path;
}
