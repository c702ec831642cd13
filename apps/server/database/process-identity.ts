import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Whether a process with this id exists, of whatever user. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * When the process began, as an opaque word: process ids are reused (in a container the same small numbers
 * come back after every restart), an id together with its beginning is not. Empty when it cannot be known.
 */
export function beginningOf(pid: number): string {
  try {
    if (process.platform === 'linux') {
      // Fields after the command's closing bracket; the 20th of them is starttime (proc_pid_stat(5), field 22).
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    }
    if (process.platform === 'win32') return '';
    const began = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
    return began.replaceAll(/\W+/g, '');
  } catch {
    return '';
  }
}

/** Whether `pid` is still the process that was noted with this beginning. */
export function isSameProcess(pid: number, beginning: string): boolean {
  if (!isAlive(pid)) return false;
  const now = beginningOf(pid);
  return beginning === '' || now === '' || now === beginning;
}
