import { mkdirSync, readdirSync } from 'node:fs';
import { open, readFile, unlink, type FileHandle } from 'node:fs/promises';
import path from 'node:path';

/** A segment is handed over for reading once it has grown to this; also whenever the reader asks. */
const SEGMENT_BYTES_MAX = 4 << 20;
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

/** What goes to the disk together, and is answered together. */
interface Group {
  readonly lines: string[];
  readonly sure: PromiseWithResolvers<void>;
}

/** One process owns the folder. Segments that an earlier process left behind are drained like its own. */
export function openSpool(folder: string, { segmentBytesMax = SEGMENT_BYTES_MAX } = {}): Spool {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  let number = segments(folder).at(-1) ?? 0;
  /** Nothing is added to this one and those before it. */
  let sealed = number;
  let segment: { file: FileHandle; bytes: number } | null = null;
  let waiting: Group | null = null;
  let flushing: Promise<void> | null = null;
  let wantsSeal: (() => void)[] = [];

  function append(record: string): Promise<void> {
    waiting ??= { lines: [], sure: Promise.withResolvers() };
    waiting.lines.push(record);
    flushing ??= flush();
    return waiting.sure.promise;
  }

  async function flush(): Promise<void> {
    // One turn of the loop: requests read from the sockets together are written together.
    await new Promise(setImmediate);
    while (waiting) {
      await sealForThoseWho(wantsSeal);
      const group: Group = waiting;
      waiting = null;
      try {
        await writeGroup(group.lines);
        group.sure.resolve();
      } catch (error) {
        // What a failed write left in the file is not known: nothing is added behind it.
        await seal();
        group.sure.reject(error);
      }
    }
    flushing = null;
    await sealForThoseWho(wantsSeal);
  }

  /** Between two groups: under load there is always a group being written. */
  async function sealForThoseWho(wanted: readonly (() => void)[]): Promise<void> {
    if (wanted.length === 0) return;
    wantsSeal = [];
    await seal();
    for (const done of wanted) done();
  }

  async function writeGroup(lines: readonly string[]): Promise<void> {
    if (segment && segment.bytes >= segmentBytesMax) await seal();
    segment ??= await begin();
    const bytes = Buffer.from(`${lines.join('\n')}\n`);
    for (let done = 0; done < bytes.length; ) done += (await segment.file.write(bytes, done)).bytesWritten;
    await segment.file.datasync();
    segment.bytes += bytes.length;
  }

  async function begin(): Promise<{ file: FileHandle; bytes: number }> {
    number += 1;
    const file = await open(nameOf(folder, number), 'ax', 0o600);
    const directory = await open(folder, 'r');
    await directory.sync().finally(() => directory.close());
    return { file, bytes: 0 };
  }

  async function seal(): Promise<void> {
    const whole = segment;
    segment = null;
    sealed = number;
    await whole?.file.close();
  }

  async function drain(take: (records: readonly string[]) => Promise<void>): Promise<number> {
    if (flushing) await new Promise<void>((resolve) => wantsSeal.push(resolve));
    else await seal();
    let taken = 0;
    for (const one of segments(folder)) {
      if (one > sealed) break;
      const records = wholeLines(await readFile(nameOf(folder, one), 'utf8'));
      if (records.length > 0) await take(records);
      await unlink(nameOf(folder, one));
      taken += records.length;
    }
    return taken;
  }

  return {
    append,
    drain,
    async close() {
      while (flushing) await flushing;
      await seal();
    },
  };
}

const segments = (folder: string): number[] =>
  readdirSync(folder)
    .filter((name) => SEGMENT.test(name))
    .map((name) => Number(name.slice(0, 12)))
    .sort((a, b) => a - b);

const nameOf = (folder: string, number: number): string =>
  path.join(folder, `${String(number).padStart(12, '0')}.log`);

/** A line that a crash cut short was never answered for: it is left out. */
function wholeLines(text: string): string[] {
  const end = text.lastIndexOf('\n');
  return end < 0 ? [] : text.slice(0, end).split('\n');
}
