import { spawn } from 'node:child_process';

/** What Node says of itself, which is no fault of the worker. */
const WARNINGS = /\(node:\d+\).*\n?|\(Use `node.*\n?/g;

export interface Heard {
  /** Whole lines only: the last one may be cut in the middle, and was then never said. */
  readonly lines: readonly string[];
  readonly faults: string;
}

/** Lets a worker run for a while after its first word and kills it without a warning; null: to its own end. */
export function untilKilled(script: string, told: readonly string[], afterMs: number | null): Promise<Heard> {
  return new Promise((resolve, reject) => {
    const worker = spawn(process.execPath, [script, ...told], { stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    let faults = '';
    worker.stderr.on('data', (chunk: Buffer) => {
      faults += chunk.toString();
    });
    worker.stdout.on('data', (chunk: Buffer) => {
      if (text === '' && afterMs !== null) setTimeout(() => worker.kill('SIGKILL'), afterMs);
      text += chunk.toString();
    });
    worker.once('error', reject);
    worker.once('close', () =>
      resolve({ lines: text.split('\n').slice(0, -1), faults: faults.replace(WARNINGS, '') }),
    );
  });
}
