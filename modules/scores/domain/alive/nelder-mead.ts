interface Vertex {
  readonly at: readonly number[];
  readonly value: number;
}

/** Where `f` is least, looked for by a simplex (Nelder and Mead, 1965) begun anew until it finds nothing better. */
export function minimise(
  f: (at: readonly number[]) => number,
  from: readonly number[],
  { step = 0.5, tolerance = 1e-10, rounds = 2_000 } = {},
): Vertex {
  let best = once(f, from, { step, tolerance, rounds });
  for (let again = 0; again < 6; again += 1) {
    // A simplex may fold up before the bottom: another one from where it lay down.
    const next = once(f, best.at, { step: step / 4, tolerance, rounds });
    const gained = best.value - next.value;
    if (next.value < best.value) best = next;
    if (gained < tolerance * Math.max(1, Math.abs(best.value))) break;
  }
  return best;
}

function once(
  f: (at: readonly number[]) => number,
  from: readonly number[],
  { step, tolerance, rounds }: { step: number; tolerance: number; rounds: number },
): Vertex {
  const vertex = (at: readonly number[]): Vertex => {
    const value = f(at);
    return { at, value: Number.isFinite(value) ? value : Number.POSITIVE_INFINITY };
  };
  let simplex = [
    vertex(from),
    ...from.map((_, axis) => vertex(from.map((x, at) => (at === axis ? x + step : x)))),
  ];
  for (let round = 0; round < rounds; round += 1) {
    simplex = simplex.toSorted((a, b) => a.value - b.value);
    const best = simplex[0] as Vertex;
    const worst = simplex.at(-1) as Vertex;
    const size = Math.max(
      ...simplex.map(({ at }) => Math.max(...at.map((x, axis) => Math.abs(x - (best.at[axis] ?? 0))))),
    );
    if (worst.value - best.value <= tolerance * Math.abs(best.value) && size < 1e-7) break;
    const rest = simplex.slice(0, -1);
    const centre = from.map(
      (_, axis) => rest.reduce((sum, { at }) => sum + (at[axis] ?? 0), 0) / rest.length,
    );
    const towards = (by: number) => vertex(centre.map((x, axis) => x + by * ((worst.at[axis] ?? 0) - x)));
    const mirrored = towards(-1);
    if (mirrored.value < best.value) {
      const further = towards(-2);
      simplex = [...rest, further.value < mirrored.value ? further : mirrored];
    } else if (mirrored.value < (rest.at(-1) as Vertex).value) {
      simplex = [...rest, mirrored];
    } else {
      const inside = mirrored.value < worst.value ? towards(-0.5) : towards(0.5);
      simplex =
        inside.value < Math.min(worst.value, mirrored.value)
          ? [...rest, inside]
          : simplex.map((one) =>
              one === best ? one : vertex(one.at.map((x, axis) => ((best.at[axis] ?? 0) + x) / 2)),
            );
    }
  }
  return simplex.toSorted((a, b) => a.value - b.value)[0] as Vertex;
}
