export { createMosty, type CallOptions, type Mosty, type MostySettings } from './client.ts';
export { MostyError } from './error.ts';
export { verifyWebhook, type MostyEvent, type Received } from './webhook.ts';
export type * from './types.ts';
