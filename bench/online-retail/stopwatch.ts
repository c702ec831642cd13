import { memoryUsage, resourceUsage } from 'node:process';

export interface StepFigure {
  readonly name: string;
  readonly seconds: number;
  /** The greatest resident memory of this process during the step. */
  readonly peakMb: number;
}

/** Times steps, and watches how much memory this process holds meanwhile (PostgreSQL is another process). */
export class Stopwatch {
  readonly steps: StepFigure[] = [];

  async step<T>(name: string, work: () => Promise<T>): Promise<T> {
    let peak = memoryUsage.rss();
    const timer = setInterval(() => {
      peak = Math.max(peak, memoryUsage.rss());
    }, 20);
    const begun = performance.now();
    try {
      return await work();
    } finally {
      clearInterval(timer);
      peak = Math.max(peak, memoryUsage.rss());
      const figure = {
        name,
        seconds: Math.round(performance.now() - begun) / 1000,
        peakMb: Math.round(peak / 1024 ** 2),
      };
      this.steps.push(figure);
      console.error(
        `${figure.name.padEnd(34)} ${figure.seconds.toFixed(2).padStart(8)} s ${String(figure.peakMb).padStart(5)} MB`,
      );
    }
  }

  /** The greatest of the whole run, as the operating system counted it. */
  peakMb(): number {
    return Math.round(resourceUsage().maxRSS / 1024);
  }
}
