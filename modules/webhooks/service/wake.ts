const listeners = new Set<() => void>();

/** The sender of this process asks to be woken after each commit that left something to send. */
export function onDeliveriesQueued(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function wakeDeliveries(): void {
  for (const listener of listeners) listener();
}
