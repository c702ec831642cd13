import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const BENCH = path.resolve(import.meta.dirname, '..');

/** A script of this folder as a process of its own, which is told lines and tells some. */
export interface Child {
  /** The next line it says; fails when it ends instead. */
  line(): Promise<string>;
  tell(line: string): void;
  /** Ends its input, and waits for its end. */
  end(): Promise<void>;
}

export function child(script: string, ...told: readonly string[]): Child {
  const process = spawn(globalThis.process.execPath, [path.join(BENCH, script), ...told], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  let rest = '';
  process.stdout.on('data', (chunk: Buffer) => {
    const all = (rest + chunk.toString()).split('\n');
    rest = all.pop() ?? '';
    lines.push(...all);
    process.emit('line');
  });
  const ended = once(process, 'close');
  return {
    async line() {
      while (lines.length === 0) {
        await Promise.race([
          once(process, 'line'),
          ended.then(() => Promise.reject(new Error(`${script} ended by itself`))),
        ]);
      }
      return lines.shift() ?? '';
    },
    tell: (line) => void process.stdin.write(`${line}\n`),
    async end() {
      process.stdin.end();
      await ended;
    },
  };
}

/** Between two askings, the processor time of this process is told, in microseconds: `{"cpuMicros": …}`. */
export function tellCpuWhenAsked(atEnd: () => Promise<void>): void {
  let begin = process.cpuUsage();
  process.stdin.on('data', () => {
    const { user, system } = process.cpuUsage(begin);
    begin = process.cpuUsage();
    process.stdout.write(`${JSON.stringify({ cpuMicros: user + system })}\n`);
  });
  process.stdin.once('end', () => void atEnd().then(() => process.exit()));
}
