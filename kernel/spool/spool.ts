import {
  closeSync,
  fdatasync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  unlinkSync,
  write,
} from 'node:fs';
import path from 'node:path';

/** A segment is handed over for reading once it has grown to this; also whenever the reader asks. */
const SEGMENT_BYTES_MAX = 8 << 20;
const SEGMENT = /^\d{12}\.log$/;

/**
 * Records that are on the disk before anybody is answered, each on a line of its own. Those that come while the disk
 * is busy wait together and are made sure by one write and one `fdatasync`.
 */
export interface Spool {
  /** Resolves when the record is on the disk; after a failure nothing is known of it, and it may be told again. */
  append(record: string): Promise<void>;
  /**
   * Hands every record written before the call to `take`, in order, and forgets a segment when all of it was taken.
   * What was taken before a failure or a crash is handed over again: `take` must be safe to repeat.
   */
  drain(take: (records: readonly string[]) => Promise<void>): Promise<number>;
  /** Waits for what is being written. Records that were not drained stay for the next opening. */
  close(): Promise<void>;
}

interface Waiting {
  readonly line: string;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** One process owns the folder. Segments that an earlier process left behind are drained like its own. */
export function openSpool(folder: string, { segmentBytesMax = SEGMENT_BYTES_MAX } = {}): Spool {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  let number = Number(segments(folder).at(-1)?.slice(0, 12) ?? 0);
  let open: { fd: number; bytes: number } | null = null;
  let waiting: Waiting[] = [];
  let flushing: Promise<void> | null = null;
  let wantsSeal: (() => void)[] = [];

  function append(record: string): Promise<void> {
    return new Promise((resolve, reject) => {
      waiting.push({ line: `${record}\n`, resolve, reject });
      flushing ??= flush();
    });
  }

  async function flush(): Promise<void> {
    // One turn of the loop: requests read from the sockets together are written together.
    await new Promise(setImmediate);
    while (waiting.length > 0) {
      sealForThoseWho(wantsSeal);
      const group = waiting;
      waiting = [];
      try {
        await writeGroup(group.map(({ line }) => line).join(''));
        for (const { resolve } of group) resolve();
      } catch (error) {
        // What a failed write left in the file is not known: nothing is added behind it.
        seal();
        for (const { reject } of group) reject(error);
      }
    }
    flushing = null;
    sealForThoseWho(wantsSeal);
  }

  /** Between two groups: under load there is always a group being written. */
  function sealForThoseWho(wanted: readonly (() => void)[]): void {
    if (wanted.length === 0) return;
    wantsSeal = [];
    seal();
    for (const done of wanted) done();
  }

  async function writeGroup(text: string): Promise<void> {
    if (open && open.bytes >= segmentBytesMax) seal();
    open ??= begin();
    const bytes = Buffer.from(text);
    for (let done = 0; done < bytes.length; ) done += await writeSome(open.fd, bytes, done);
    await sync(open.fd);
    open.bytes += bytes.length;
  }

  function begin(): { fd: number; bytes: number } {
    number += 1;
    const fd = openSync(path.join(folder, `${String(number).padStart(12, '0')}.log`), 'ax', 0o600);
    const folderFd = openSync(folder, 'r');
    fsyncSync(folderFd);
    closeSync(folderFd);
    return { fd, bytes: 0 };
  }

  function seal(): void {
    if (open) closeSync(open.fd);
    open = null;
  }

  async function drain(take: (records: readonly string[]) => Promise<void>): Promise<number> {
    if (flushing) await new Promise<void>((resolve) => wantsSeal.push(resolve));
    else seal();
    let taken = 0;
    for (const name of segments(folder)) {
      if (open && name === `${String(number).padStart(12, '0')}.log`) break;
      const file = path.join(folder, name);
      const records = wholeLines(readFileSync(file, 'utf8'));
      if (records.length > 0) await take(records);
      unlinkSync(file);
      taken += records.length;
    }
    return taken;
  }

  return {
    append,
    drain,
    async close() {
      while (flushing) await flushing;
      seal();
    },
  };
}

const segments = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => SEGMENT.test(name))
    .sort();

/** A line that a crash cut short was never answered for: it is left out. */
function wholeLines(text: string): string[] {
  const end = text.lastIndexOf('\n');
  return end < 0 ? [] : text.slice(0, end).split('\n');
}

function writeSome(fd: number, bytes: Buffer, from: number): Promise<number> {
  return new Promise((resolve, reject) => {
    write(fd, bytes, from, bytes.length - from, null, (error, count) =>
      error ? reject(error) : resolve(count),
    );
  });
}

function sync(fd: number): Promise<void> {
  return new Promise((resolve, reject) => {
    fdatasync(fd, (error) => (error ? reject(error) : resolve()));
  });
}
