import { useSyncExternalStore, type ReactNode } from 'react';

export interface Toast {
  readonly id: number;
  readonly message: ReactNode;
  readonly undo: (() => Promise<unknown>) | undefined;
}

let shown: readonly Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

function show(next: readonly Toast[]): void {
  shown = next;
  for (const tell of listeners) tell();
}

/** Says that something was done; with `undo` it can be taken back for ten seconds. */
export function toast(message: ReactNode, undo?: () => Promise<unknown>): void {
  last += 1;
  show([...shown, { id: last, message, undo }].slice(-3));
}

export function dismiss(id: number): void {
  show(shown.filter((one) => one.id !== id));
}

function listen(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(listen, () => shown);
}
