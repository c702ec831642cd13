import type { FastifyRequest } from 'fastify';

/** Where the program was asked, as far as that may be believed. */
export type OriginOf = (request: FastifyRequest) => string;

/**
 * A proxy of ours says under which name it was asked (`X-Forwarded-Host`, `-Proto`); the last word of each is its own.
 * Without proxies anybody could write them, and `Host` as well: a link shown or printed would lead to a stranger's site.
 */
export function originBehind({ proxies, publicUrl }: { proxies: number; publicUrl: string }): OriginOf {
  const configured = new URL(publicUrl).origin;
  return (request) => {
    if (proxies === 0 || request.headers['x-forwarded-host'] === undefined) return configured;
    const told = `${request.protocol}://${request.host}`;
    return URL.canParse(told) ? new URL(told).origin : configured;
  };
}
