import type { Readable } from 'node:stream';

/** Where bytes lie, named by their hash within a company. */
export interface Contents {
  /** Takes a whole file that lies on this machine; safe to repeat. The file itself may be moved away. */
  put(company: string, sha256: string, from: string): Promise<void>;
  /** Null when they are not there. */
  open(company: string, sha256: string): Promise<Readable | null>;
  remove(company: string, sha256: string): Promise<void>;
  /** Everything of a company with the moment it was last put. */
  list(company: string): AsyncIterable<{ readonly sha256: string; readonly putAt: Date }>;
}

interface Place {
  readonly contents: Contents;
  /** On this machine: files on their way in. */
  readonly incoming: string;
}

let place: Place | null = null;

/** Tells where files are kept, once at the start. */
export function keepFilesIn(told: Place): void {
  place = told;
}

export function placeOfFiles(): Place {
  if (place === null) throw new Error('nobody said where files are kept: call keepFilesIn first');
  return place;
}
