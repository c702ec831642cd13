import type { Operation } from '@mosty/kernel/operation';
import { hrefOf, newIdempotencyKey, type AnswerOf, type Rest } from './client.ts';
import { ApiRefusal, refusalOf } from './refusal.ts';

/**
 * Sends a file as the raw body of an operation that `consumes: 'stream'`, telling how far it got (0…1).
 * fetch cannot tell upload progress, hence XMLHttpRequest.
 */
export function upload<O extends Operation>(
  operation: O,
  file: Blob,
  { onProgress, signal }: { onProgress?: (share: number) => void; signal?: AbortSignal },
  ...input: Rest<O>
): Promise<AnswerOf<O>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(operation.method, hrefOf(operation, ...input));
    // Raw bytes whatever the file: what it is the server finds out by looking inside.
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('accept', 'application/json, application/problem+json');
    if (operation.idempotent) request.setRequestHeader('idempotency-key', newIdempotencyKey());
    request.upload.onprogress = (event) => onProgress?.(event.total ? event.loaded / event.total : 0);
    request.onerror = () => reject(new ApiRefusal({ kind: 'upstream', code: 'kit.offline', status: 0 }));
    request.onabort = () => reject(new ApiRefusal({ kind: 'not_now', code: 'kit.stopped', status: 0 }));
    request.onload = () => {
      const response = {
        status: request.status,
        json: async (): Promise<unknown> => JSON.parse(request.responseText),
      };
      if (request.status >= 200 && request.status < 300) {
        resolve(JSON.parse(request.responseText) as AnswerOf<O>);
      } else {
        void refusalOf(response).then(reject);
      }
    };
    signal?.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
