import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { REPOSITORY } from '../config.ts';

/** The browser's script as the browser takes it: without types, comments and what stands before a line. */
export function trackerScript(): string {
  const source = readFileSync(path.join(REPOSITORY, 'packages/tracker/tracker.ts'), 'utf8');
  return stripTypeScriptTypes(source)
    .replace(/\/\*\*[^]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/\s*\n\s*/g, '\n')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** `/tracker.js` for pages of the company wherever they are: kept a day by browsers, and asked about by its tag afterwards. */
export function addTracker(app: FastifyInstance): void {
  const script = trackerScript();
  const tag = `"${createHash('sha256').update(script).digest('base64url').slice(0, 20)}"`;
  app.get('/tracker.js', async (request, reply) => {
    reply
      .header('cache-control', 'public, max-age=86400, stale-while-revalidate=604800')
      .header('etag', tag)
      .header('cross-origin-resource-policy', 'cross-origin');
    if (request.headers['if-none-match'] === tag) return reply.status(304).send();
    return reply.header('content-type', 'text/javascript; charset=utf-8').send(script);
  });
}
