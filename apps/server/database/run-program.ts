import { spawn } from 'node:child_process';
import type { Unprivileged } from './unprivileged.ts';

export interface Outcome {
  readonly ok: boolean;
  /** Standard output and error together. */
  readonly said: string;
}

/** Nothing of the caller's environment: PGPORT or LC_ALL of a shell must not reach our PostgreSQL. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP } = process.env;
  return { PATH, SystemRoot, TEMP, LC_ALL: 'C', TZ: 'UTC' };
}

/** Runs one of PostgreSQL's own programs to its end, as the unprivileged user when there is one. */
export function runProgram(
  program: string,
  args: readonly string[],
  options: { cwd: string; user: Unprivileged | undefined },
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: cleanEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(options.user && { uid: options.user.uid, gid: options.user.gid }),
    });
    let said = '';
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', (error) => resolve({ ok: false, said: error.message }));
    child.on('exit', (code, signal) => {
      if (signal) said += `\nstopped by ${signal}`;
      // `close` may never come: a server started by pg_ctl keeps the pipes open.
      setImmediate(() => resolve({ ok: code === 0, said }));
    });
  });
}
