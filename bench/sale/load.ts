/** Runs `work` over and over in so many workers; answers how many times a second it was done. */
export async function inParallel(
  workers: number,
  milliseconds: number,
  work: (worker: number) => Promise<void>,
): Promise<number> {
  const begin = performance.now();
  let done = 0;
  await Promise.all(
    Array.from({ length: workers }, async (_none, worker) => {
      while (performance.now() - begin < milliseconds) {
        await work(worker);
        done += 1;
      }
    }),
  );
  return (done * 1_000) / (performance.now() - begin);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? high : (high + (sorted[middle - 1] ?? 0)) / 2;
}
