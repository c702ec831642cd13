import { Refusal } from '@mosty/kernel/refusal';

/** Of the beginning and of the end of a file: the list of an archive stands at its end. */
export const LOOKED_AT_BYTES = 64 * 1024;
const MEGABYTE = 1024 ** 2;
/** A recorded walkthrough; everything else has the lesser limit. */
export const BYTES_MAX = 200 * MEGABYTE;
const DOCUMENT_BYTES_MAX = 50 * MEGABYTE;

interface Known {
  readonly mediaType: string;
  readonly bytesMax?: number;
  readonly looksSo: (head: Buffer, tail: Buffer) => boolean;
}

const begins =
  (...bytes: readonly number[]) =>
  (head: Buffer) =>
    head.subarray(0, bytes.length).equals(Buffer.from(bytes));
const isZip = begins(0x50, 0x4b, 0x03, 0x04);
const lists = (part: string) => (head: Buffer, tail: Buffer) =>
  isZip(head) && (tail.includes(part, 0, 'latin1') || head.includes(part, 0, 'latin1'));
/** Text of any alphabet has no zero bytes, and a program does not begin as text does. */
const isText = (head: Buffer) => !head.includes(0) && !begins(0x4d, 0x5a)(head) && !begins(0x23, 0x21)(head);
const isSvg = (head: Buffer) => isText(head) && head.toString('utf8').includes('<svg');

/** What may be kept, by the ending of its name, and how its bytes tell that it is so. */
const KNOWN: Readonly<Record<string, Known>> = {
  pdf: { mediaType: 'application/pdf', looksSo: begins(0x25, 0x50, 0x44, 0x46, 0x2d) },
  png: { mediaType: 'image/png', looksSo: begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) },
  jpg: { mediaType: 'image/jpeg', looksSo: begins(0xff, 0xd8, 0xff) },
  jpeg: { mediaType: 'image/jpeg', looksSo: begins(0xff, 0xd8, 0xff) },
  webp: {
    mediaType: 'image/webp',
    looksSo: (head) => head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP',
  },
  svg: { mediaType: 'image/svg+xml', looksSo: isSvg },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    looksSo: lists('word/'),
  },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    looksSo: lists('xl/'),
  },
  pptx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    looksSo: lists('ppt/'),
  },
  zip: { mediaType: 'application/zip', looksSo: isZip },
  csv: { mediaType: 'text/csv; charset=utf-8', looksSo: isText },
  txt: { mediaType: 'text/plain; charset=utf-8', looksSo: isText },
  mp4: {
    mediaType: 'video/mp4',
    bytesMax: BYTES_MAX,
    looksSo: (head) => head.toString('latin1', 4, 8) === 'ftyp',
  },
};

/**
 * What a file is: by its name and by its bytes, which must agree. Nothing that runs is taken, nor a document with macros
 * inside.
 */
export function judgeFile(given: {
  readonly name: string;
  readonly sizeBytes: number;
  readonly head: Buffer;
  readonly tail: Buffer;
}): { readonly mediaType: string } | Refusal {
  const ending = /\.([a-z0-9]+)$/i.exec(given.name)?.[1]?.toLowerCase() ?? '';
  const known = Object.hasOwn(KNOWN, ending) ? KNOWN[ending] : undefined;
  if (!known)
    return new Refusal('invalid', 'files.kind_not_taken', {
      ending: ending || '–',
      taken: Object.keys(KNOWN),
    });
  if (!known.looksSo(given.head, given.tail))
    return new Refusal('invalid', 'files.not_what_it_says', { ending });
  if (isZip(given.head) && [given.head, given.tail].some((part) => part.includes('vbaProject.bin')))
    return new Refusal('invalid', 'files.has_macros', {});
  const bytesMax = known.bytesMax ?? DOCUMENT_BYTES_MAX;
  if (given.sizeBytes > bytesMax)
    return new Refusal('limit', 'files.too_large', { megabytes: bytesMax / MEGABYTE });
  return { mediaType: known.mediaType };
}

/** The last part of what a person called it, on any system: a name is never a path. */
export function bareName(given: string): string {
  const last = given.replaceAll('\\', '/').split('/').at(-1) ?? '';
  return (
    last
      .replace(/[\p{Cc}\p{Bidi_Control}]/gu, '')
      .trim()
      .slice(-300) || 'file'
  );
}
