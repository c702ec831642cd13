/**
 * Development only: plain http and addresses of this machine and network may be told of events. Said once at the start
 * by the setting MOSTY_WEBHOOKS_INSIDE; verbs and the sender ask here.
 */
let inside = false;

export function allowInside(allowed: boolean): void {
  inside = allowed;
}

export function insideAllowed(): boolean {
  return inside;
}
