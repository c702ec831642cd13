import { createHash, createHmac } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { Contents } from './contents.ts';

export interface S3 {
  /** The bucket’s address, such as https://storage.example.net/bucket: the path style, which every server speaks. */
  readonly url: string;
  readonly region: string;
  readonly key: string;
  readonly secret: string;
}

const NOTHING = createHash('sha256').update('').digest('hex');
const ANSWERS_WITHIN_MS = 60_000;

/** In a storage that speaks S3’s language: its own, MinIO, Yandex, Selectel. */
export function inS3(s3: S3, now: () => Date = () => new Date()): Contents {
  async function ask(
    method: 'GET' | 'PUT' | 'DELETE',
    name: string,
    {
      query = {},
      body,
      sha256 = NOTHING,
    }: { query?: Record<string, string>; body?: Blob; sha256?: string } = {},
  ): Promise<Response> {
    const url = new URL(`${s3.url.replace(/\/$/, '')}${name && `/${name}`}`);
    url.search = canonicalQuery(query);
    const headers = signed(s3, { method, url, sha256, at: now() });
    const answer = await fetch(url, {
      method,
      headers,
      ...(body && { body }),
      signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
    });
    if (!answer.ok && answer.status !== 404)
      throw new Error(`the file storage answered ${answer.status} to ${method}`);
    return answer;
  }

  return {
    async put(company, sha256, from) {
      const answer = await ask('PUT', `${company}/${sha256}`, { body: await openAsBlob(from), sha256 });
      if (!answer.ok) throw new Error('the file storage has no such bucket');
    },
    async open(company, sha256) {
      const answer = await ask('GET', `${company}/${sha256}`);
      return answer.ok && answer.body ? Readable.fromWeb(answer.body as ReadableStream) : null;
    },
    async remove(company, sha256) {
      await ask('DELETE', `${company}/${sha256}`);
    },
    async *list(company) {
      let token: string | undefined;
      do {
        const query = {
          'list-type': '2',
          prefix: `${company}/`,
          ...(token && { 'continuation-token': token }),
        };
        const page = await (await ask('GET', '', { query })).text();
        for (const [, entry = ''] of page.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
          const sha256 = between(entry, 'Key')?.split('/').at(-1);
          const putAt = between(entry, 'LastModified');
          if (sha256 && putAt) yield { sha256, putAt: new Date(putAt) };
        }
        token = between(page, 'NextContinuationToken');
      } while (token);
    },
  };
}

const between = (text: string, tag: string) => new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(text)?.[1];

const encoded = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

function canonicalQuery(query: Record<string, string>): string {
  return Object.entries(query)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .join('&');
}

/** AWS Signature Version 4; of the payload it signs the hash, which is the name of the bytes anyway. */
export function signed(
  s3: Omit<S3, 'url'>,
  asked: { readonly method: string; readonly url: URL; readonly sha256: string; readonly at: Date },
): Record<string, string> {
  const stamp = asked.at.toISOString().replace(/[-:]|\.\d{3}/g, '');
  const day = stamp.slice(0, 8);
  const scope = `${day}/${s3.region}/s3/aws4_request`;
  const headers = { host: asked.url.host, 'x-amz-content-sha256': asked.sha256, 'x-amz-date': stamp };
  const names = Object.keys(headers).join(';');
  const request = [
    asked.method,
    asked.url.pathname,
    asked.url.search.slice(1),
    ...Object.entries(headers).map(([name, value]) => `${name}:${value}`),
    '',
    names,
    asked.sha256,
  ].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', stamp, scope, createHash('sha256').update(request).digest('hex')].join(
    '\n',
  );
  const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
  const key = hmac(hmac(hmac(hmac(`AWS4${s3.secret}`, day), s3.region), 's3'), 'aws4_request');
  return {
    'x-amz-content-sha256': asked.sha256,
    'x-amz-date': stamp,
    authorization: `AWS4-HMAC-SHA256 Credential=${s3.key}/${scope}, SignedHeaders=${names}, Signature=${hmac(key, toSign).toString('hex')}`,
  };
}
