import { mayStandInFrame } from '@mosty/recruiting';
import type { Database } from '@mosty/kernel/db';
import type { FastifyInstance } from 'fastify';

const PAGE = /^\/survey\/([A-Za-z0-9_-]{16,64})(?:\?|$)/;

/**
 * No page of ours stands in another's frame, except a survey whose keeper said that it may. After the security headers,
 * whose word against frames it takes back for that page alone.
 */
export function letSurveysIntoFrames(app: FastifyInstance, database: Database): void {
  app.addHook('onSend', async (request, reply) => {
    const token = PAGE.exec(request.url)?.[1];
    if (token === undefined || request.method !== 'GET' || !(await mayStandInFrame(database, token))) return;
    const policy = String(reply.getHeader('content-security-policy') ?? '');
    reply.header('content-security-policy', policy.replace("frame-ancestors 'none'", 'frame-ancestors *'));
    reply.removeHeader('x-frame-options');
  });
}
