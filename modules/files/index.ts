export { rights as filesRights } from './policy.ts';
export { filesReactions } from './reactions.ts';
export { keepFilesIn, placeOfFiles, type Contents } from './service/contents.ts';
export { onOwnDisk } from './service/own-disk.ts';
export { inS3, type S3 } from './service/s3.ts';
export { storeFile, type StoreFile } from './service/store-file.ts';
export { bytesOf, openFile } from './service/open-file.ts';
export { defineFileUse, sweepFiles, sweepOrphans } from './service/sweep-files.ts';
export { findFile, findFiles, type FileRecord } from './store/files.ts';
