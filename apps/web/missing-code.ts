/** What import() threw because the file of a page did not come: the network is gone, or an update took it away. */
const missing = new WeakSet<object>();
const KEPT = 'mosty.reloaded';

export function watchForMissingCode(): void {
  globalThis.addEventListener('vite:preloadError', ({ payload }) => {
    missing.add(payload);
  });
}

export function isMissingCode(error: unknown): boolean {
  return typeof error === 'object' && error !== null && missing.has(error);
}

async function serverAnswers(): Promise<boolean> {
  try {
    return (await fetch('/', { method: 'HEAD', cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}

/**
 * A browser may remember a file that did not come, and an update gives the files other names: only the whole page
 * brings them. Without a server it would bring the browser's own page in place of ours.
 */
export async function reloadIfServerAnswers(): Promise<void> {
  if (await serverAnswers()) globalThis.location.reload();
}

/** After an update: by itself, once at an address, and never twice in vain. */
export async function reloadOnce(): Promise<void> {
  const here = globalThis.location.href;
  if (sessionStorage.getItem(KEPT) === here || !(await serverAnswers())) return;
  sessionStorage.setItem(KEPT, here);
  globalThis.location.reload();
}
