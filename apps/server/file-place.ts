import path from 'node:path';
import { inS3, keepFilesIn, onOwnDisk } from '@mosty/files';
import type { Config } from './config.ts';

/** Says where uploaded files lie: in the data folder, unless a storage outside is set. */
export function openFilePlace(config: Pick<Config, 'dataDir' | 's3'>): void {
  const folder = path.join(config.dataDir, 'files');
  keepFilesIn({
    contents: config.s3 ? inS3(config.s3) : onOwnDisk(folder),
    incoming: path.join(config.dataDir, 'incoming'),
  });
}
