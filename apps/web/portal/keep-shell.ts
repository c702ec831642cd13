/** Whoever comes back without a network sees the frame and what is wrong, not the browser's own page. Built app only. */
export function keepShell(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  // Refused by a private window or a site without https: the portal works all the same.
  void navigator.serviceWorker.register('/sw.js').catch(() => undefined);
}
