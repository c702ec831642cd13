import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPartner } from '@mosty/directory';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import type { FilePurpose } from '../contract.ts';
import { keepFilesIn } from './contents.ts';
import { openFile } from './open-file.ts';
import { onOwnDisk } from './own-disk.ts';
import { inS3, signed } from './s3.ts';
import { storeFile } from './store-file.ts';
import { defineFileUse, sweepFiles } from './sweep-files.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'mosty-files-'));
const incoming = path.join(folder, 'incoming');
const onDisk = { contents: onOwnDisk(path.join(folder, 'files')), incoming };
let database: TestDatabase;
let world: World;
let finance: Context;
let partner: Context;
let stranger: Context;
let partnerId: Id<'partner'>;

beforeAll(async () => {
  database = await testDatabase();
  world = await testWorkspace(database);
  finance = world.contextOf('finance');
  partnerId = (await createPartner(world.system, { name: 'Вектор' })).id;
  partner = await world.contextOfPartner(partnerId);
  stranger = await world.contextOfPartner((await createPartner(world.system, { name: 'Чужой' })).id);
  keepFilesIn(onDisk);
});
afterAll(async () => {
  await world?.close();
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

const pdf = (words: string) => Readable.from([Buffer.from('%PDF-1.7\n'), Buffer.from(words)]);
const store = (ctx: Context, words: string, purpose: FilePurpose = 'receipt', name = 'чек.pdf') =>
  storeFile(ctx, { stream: pdf(words), name, purpose });
const read = async (ctx: Context, id: string) => text((await openFile(ctx, id)).content as Readable);
const lying = async () => {
  const found: string[] = [];
  for await (const { sha256 } of onDisk.contents.list(world.system.workspaceId)) found.push(sha256);
  return found;
};

test('what is stored is read back byte for byte, and the same bytes lie once', async () => {
  const first = await store(finance, 'один');
  const second = await storeFile(finance, {
    stream: pdf('один'),
    name: 'C:\\x\\другой.pdf',
    purpose: 'receipt',
  });
  expect(second).toMatchObject({ name: 'другой.pdf', sha256: first.sha256, mediaType: 'application/pdf' });
  expect(await read(finance, first.id)).toBe('%PDF-1.7\nодин');
  expect((await lying()).filter((one) => one === first.sha256)).toHaveLength(1);
  expect(readdirSync(incoming)).toEqual([]);
});

test('people of a partner store and read their own, by the database too; money is not for everybody', async () => {
  const own = await store(partner, 'мой чек');
  expect(own.partnerId).toBe(partnerId);
  expect(await read(partner, own.id)).toContain('мой чек');
  expect(await read(finance, own.id)).toContain('мой чек');
  await expect(openFile(stranger, own.id)).rejects.toMatchObject({ code: 'files.file_unknown' });
  await expect(openFile(world.contextOf('analyst'), own.id)).rejects.toMatchObject({ kind: 'not_permitted' });
  const company = await store(world.contextOf('head'), 'наше', 'library');
  await expect(openFile(partner, company.id)).rejects.toMatchObject({ code: 'files.file_unknown' });
  await expect(store(partner, 'x', 'library')).rejects.toMatchObject({ code: 'files.purpose_is_ours' });
  await expect(
    storeFile(stranger, { stream: pdf('x'), name: 'a.pdf', purpose: 'receipt', partnerId }),
  ).rejects.toMatchObject({ code: 'files.not_own_partner' });
  const seen = await look(stranger, (tx) => sql`SELECT id FROM files.file`.execute(tx.db));
  expect(seen.rows).toEqual([]);
});

test('an upload that breaks or lies leaves nothing behind', async () => {
  const before = await lying();
  const broken = Readable.from(
    (async function* () {
      yield Buffer.from('%PDF-1.7');
      throw Object.assign(new Error('gone'), { code: 'ECONNRESET' });
    })(),
  );
  await expect(storeFile(finance, { stream: broken, name: 'a.pdf', purpose: 'act' })).rejects.toMatchObject({
    code: 'files.cut_short',
  });
  await expect(
    storeFile(finance, { stream: Readable.from([]), name: 'a.pdf', purpose: 'act' }),
  ).rejects.toMatchObject({ code: 'files.empty' });
  await expect(
    storeFile(finance, { stream: Readable.from(['MZ']), name: 'a.pdf', purpose: 'act' }),
  ).rejects.toMatchObject({ code: 'files.not_what_it_says' });
  expect(await lying()).toEqual(before);
  expect(readdirSync(incoming)).toEqual([]);
});

test('the sweep takes what nobody needs, a day later, and leaves the rest', async () => {
  const kept = await store(finance, 'нужный', 'contract', 'договор.pdf');
  const orphan = await store(finance, 'ничей', 'contract', 'черновик.pdf');
  defineFileUse('contract', async (_tx, ids) => new Set(ids.filter((id) => id === kept.id)));
  expect(await sweepFiles(world.system)).toEqual({ files: 0, contents: 0 });
  world.clock.set(new Date(Date.now() + 2 * 86_400_000));
  expect(await sweepFiles(world.system)).toEqual({ files: 1, contents: 1 });
  expect(await lying()).not.toContain(orphan.sha256);
  expect(await read(finance, kept.id)).toContain('нужный');
  expect(await sweepFiles(world.system)).toEqual({ files: 0, contents: 0 });
});

test('bytes that are gone are said to be gone', async () => {
  const file = await store(finance, 'пропавший');
  await onDisk.contents.remove(world.system.workspaceId, file.sha256);
  await expect(openFile(finance, file.id)).rejects.toMatchObject({ code: 'files.bytes_missing' });
});

test('the signature is the one of the published example', () => {
  // docs.aws.amazon.com, «Signature Calculations for the Authorization Header»: GET Bucket (List Objects).
  const headers = signed(
    { region: 'us-east-1', key: 'AKIAIOSFODNN7EXAMPLE', secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' },
    {
      method: 'GET',
      url: new URL('https://examplebucket.s3.amazonaws.com/?max-keys=2&prefix=J'),
      sha256: createHash('sha256').update('').digest('hex'),
      at: new Date('2013-05-24T00:00:00Z'),
    },
  );
  expect(headers['authorization']).toContain(
    'Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
  );
});

test('a storage that speaks S3 keeps, lists and forgets as the own disk does', async () => {
  const bucket = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://x');
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      const named = createHash('sha256').update(body).digest('hex');
      if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=key/'))
        response.statusCode = 403;
      else if (request.method === 'PUT' && named !== request.headers['x-amz-content-sha256'])
        response.statusCode = 400;
      else if (request.method === 'PUT') bucket.set(url.pathname, body);
      else if (request.method === 'DELETE') bucket.delete(url.pathname);
      else if (url.searchParams.has('list-type')) {
        // Two pages, as of a bucket with more than a thousand.
        const keys = [...bucket.keys()].toSorted();
        const from = Number(url.searchParams.get('continuation-token') ?? 0);
        response.end(
          `<R>${keys
            .slice(from, from + 1)
            .map(
              (key) =>
                `<Contents><Key>${key.slice('/bucket/'.length)}</Key><LastModified>2026-01-01T00:00:00.000Z</LastModified></Contents>`,
            )
            .join(
              '',
            )}${from + 1 < keys.length ? `<NextContinuationToken>${from + 1}</NextContinuationToken>` : ''}</R>`,
        );
        return;
      } else if (bucket.has(url.pathname)) {
        response.end(bucket.get(url.pathname));
        return;
      } else response.statusCode = 404;
      response.end();
    });
  });
  const url = `${await listening(server)}/bucket`;
  const contents = inS3({ url, region: 'ru-central1', key: 'key', secret: 'secret' });
  keepFilesIn({ contents, incoming });
  try {
    world.clock.set(new Date());
    const first = await store(finance, 'в облаке');
    await store(finance, 'второй');
    expect(await read(finance, first.id)).toBe('%PDF-1.7\nв облаке');
    const listed: string[] = [];
    for await (const { sha256 } of contents.list(world.system.workspaceId)) listed.push(sha256);
    expect(listed).toHaveLength(2);
    expect(listed).toContain(first.sha256);
    await contents.remove(world.system.workspaceId, first.sha256);
    await expect(openFile(finance, first.id)).rejects.toMatchObject({ code: 'files.bytes_missing' });
    const wrong = inS3({ url, region: 'ru-central1', key: 'other', secret: 'secret' });
    await expect(wrong.open(world.system.workspaceId, first.sha256)).rejects.toThrow('403');
    // A storage that does not answer loses nothing and names nothing.
    keepFilesIn({ contents: wrong, incoming });
    await expect(store(finance, 'третий')).rejects.toThrow('403');
    expect(readdirSync(incoming)).toEqual([]);
  } finally {
    keepFilesIn(onDisk);
    server.close();
  }
});

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
