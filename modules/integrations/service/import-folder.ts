import { mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';

let folder: string | null = null;

/** Files on their way in lie in `imports` of the data folder, named by id: what a person called one is never a path. */
export function openImportFolder(dataDir: string): void {
  folder = path.join(dataDir, 'imports');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}

export function importPath(importId: string, suffix = ''): string {
  if (folder === null)
    throw new Error('the import folder is not set: call openImportFolder or startImportJobs first');
  return path.join(folder, `${importId}${suffix}`);
}

export async function dropImportedBytes(importId: string): Promise<void> {
  await rm(importPath(importId), { force: true });
}
