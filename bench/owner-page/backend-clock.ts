import { readFileSync } from 'node:fs';
import type pg from 'pg';

/**
 * Processor milliseconds that the backend of a connection has used so far. On a machine shared with others the wall
 * clock tells of the others too; this does not. Where the system does not tell (not Linux), the wall clock it is.
 */
export function backendClock(client: pg.ClientBase): { readonly source: 'cpu' | 'wall'; now(): number } {
  const { processID } = client as pg.ClientBase & { readonly processID?: number };
  const file = `/proc/${processID}/schedstat`;
  const nanoseconds = (): number => Number(readFileSync(file, 'utf8').split(' ')[0]);
  try {
    nanoseconds();
    return { source: 'cpu', now: () => nanoseconds() / 1e6 };
  } catch {
    return { source: 'wall', now: () => performance.now() };
  }
}
