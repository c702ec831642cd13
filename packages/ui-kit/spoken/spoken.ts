import { useSyncExternalStore } from 'react';
import type { Spoken } from './translator.ts';

export interface Speech extends Spoken {
  /** Namespaces that are here whole; of the others only the labels of the menu. */
  readonly whole: ReadonlySet<string>;
  /** Brings a namespace, or `every` one; asked again for the same it gives the same promise. */
  readonly bring?: (namespace: string) => Promise<void>;
}

let speech: Speech = { language: 'ru', words: {}, whole: new Set() };
const hearers = new Set<() => void>();

export function setSpeech(next: Speech): void {
  speech = next;
  for (const hear of hearers) hear();
}

export function speechNow(): Speech {
  return speech;
}

function listen(hear: () => void): () => void {
  hearers.add(hear);
  return () => hearers.delete(hear);
}

export function useSpeech(): Speech {
  return useSyncExternalStore(listen, speechNow, speechNow);
}
