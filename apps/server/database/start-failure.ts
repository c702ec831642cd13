/**
 * The start cannot go on and the reader can do something about it: the message names the thing (folder,
 * process, port, address) and what to do. Printed as it is, without a stack.
 */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';
}

const DISK_FULL = /ENOSPC|No space left on device|EDQUOT|Disk quota exceeded/i;
const DENIED = /EACCES|EPERM|EROFS|Permission denied|Operation not permitted|Read-only file system/i;

/** Turns what a program or the system said about `folder` into a StartFailure; `said` may be long output. */
export function explainFailure(what: string, folder: string, said: string): StartFailure {
  const text = said.trim();
  if (DISK_FULL.test(text)) {
    return new StartFailure(
      `${what}: the disk that holds ${folder} is full. Free some space there, or put the data on another disk with MOSTY_DATA_DIR.\n${text}`,
    );
  }
  if (DENIED.test(text)) {
    return new StartFailure(
      `${what}: no permission in the folder ${folder}. Make it writable for this user, or choose another one with MOSTY_DATA_DIR.\n${text}`,
    );
  }
  return new StartFailure(`${what} (folder ${folder}).\n${text}`);
}

/** The text of anything thrown. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
