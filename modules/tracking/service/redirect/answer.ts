import type { IncomingMessage, ServerResponse } from 'node:http';
import { languageOf } from '@mosty/kernel/http';
import { isId, type IdSource } from '@mosty/kernel/id';
import type { Spool } from '@mosty/kernel/spool';
import type { Click } from '../../domain/click.ts';
import {
  destinationOf,
  keepable,
  NOTHING_BROUGHT,
  readBrought,
  withClick,
} from '../../domain/destination.ts';
import { judge } from '../../domain/verdict.ts';
import { gonePage } from './gone-page.ts';
import type { BookedLink, Company, LinkBook } from './link-book.ts';
import { toLine } from './spooled-click.ts';

export const PREFIX = '/r/';
const COOKIE = 'mosty_vid';
/** Says that the visitor let cookies be set; the company's own pages write it. */
const CONSENT = /(?:^|; )mosty_consent=(?:1|yes)(?:;|$)/;
const VISITOR = /(?:^|; )mosty_vid=(vis_[0-7][0-9a-z]{25})(?:;|$)/;
const DAY_SECONDS = 86_400;
const AGENT_CHARACTERS_MAX = 300;
const REFERRER = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]{1,255})/i;

export interface Answering {
  readonly book: LinkBook;
  readonly spool: Spool;
  readonly ids: IdSource;
  readonly now: () => number;
  readonly hashAddress: (address: string) => string;
  readonly countryOf: (address: string) => string | null;
  /** How many proxies stand in front and say whom they speak for. */
  readonly proxies: number;
  /** Whether people reach us by https, which a proxy may end. */
  readonly https: boolean;
  readonly onFault: (error: unknown) => void;
}

/** Answers `/r/:key`: where the link leads, once the visit is on the disk. Nothing here waits for the database. */
export function answerRedirect(its: Answering, request: IncomingMessage, response: ServerResponse): void {
  const { method = 'GET', url = '' } = request;
  if (method !== 'GET' && method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD', 'content-length': 0 }).end();
    return;
  }
  const mark = url.indexOf('?');
  const key = url.slice(PREFIX.length, mark < 0 ? undefined : mark);
  const query = mark < 0 ? '' : url.slice(mark + 1);
  const company = its.book.companyOf(request.headers.host);
  const link = company && its.book.find(company, key);
  if (company && link) lead(its, request, response, company, link, query);
  else void missed(its, request, response, key, query);
}

/** Not known yet may be made a moment ago: one look, shared by all who ask meanwhile, before saying so. */
async function missed(
  its: Answering,
  request: IncomingMessage,
  response: ServerResponse,
  key: string,
  query: string,
): Promise<void> {
  await Promise.race([its.book.lookAgain(), pause(LOOK_MS_MAX)]);
  const company = its.book.companyOf(request.headers.host);
  const link = company && its.book.find(company, key);
  if (company && link) lead(its, request, response, company, link, query);
  else sayGone(request, response, 'unknown', company?.name ?? '');
}

const LOOK_MS_MAX = 1_000;
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref());

function sayGone(
  request: IncomingMessage,
  response: ServerResponse,
  what: 'unknown' | 'over',
  company: string,
): void {
  const page = Buffer.from(gonePage(what, company, languageOf(request.headers)));
  response.writeHead(what === 'unknown' ? 404 : 410, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': page.length,
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
  response.end(request.method === 'HEAD' ? undefined : page);
}

function lead(
  its: Answering,
  request: IncomingMessage,
  response: ServerResponse,
  company: Company,
  link: BookedLink,
  query: string,
): void {
  const at = its.now();
  if (link.row.neutralTo !== null) {
    sendOn(response, link.row.neutralTo, null);
    return;
  }
  if (link.row.archivedAt !== null || link.expiresAt <= at) {
    sayGone(request, response, 'over', company.name);
    return;
  }
  const { headers } = request;
  const clickedAt = new Date(at);
  const { verdict, why, inApp } = judge({
    method: request.method ?? 'GET',
    userAgent: headers['user-agent'],
    purpose: purposeOf(headers),
  });
  const cookie = headers.cookie;
  const consented =
    headers['sec-gpc'] !== '1' &&
    (company.policy.cookies === 'set' || (cookie !== undefined && CONSENT.test(cookie)));
  const id = its.ids.next('click', clickedAt);
  const known = consented && cookie !== undefined ? VISITOR.exec(cookie)?.[1] : undefined;
  const visitorId =
    known !== undefined && isId('visitor', known) ? known : its.ids.next('visitor', clickedAt);
  const brought = query === '' ? NOTHING_BROUGHT : readBrought(query);
  const address = brought.passed.length === 0 ? link.address : destinationOf(link.row, brought);
  const from = addressOfVisitor(its, request);
  const click: Click = {
    id,
    linkId: link.row.id,
    partnerId: link.row.partnerId,
    agreementId: link.row.agreementId,
    visitorId,
    clickedAt,
    verdict,
    why,
    ipHash: from === null ? null : its.hashAddress(from),
    country: from === null ? null : its.countryOf(from),
    userAgent: cut(headers['user-agent']),
    referrerHost: hostOf(headers.referer),
    destination: address,
    utm: brought.utm,
    yclid: brought.yclid,
    erid: brought.erid ?? link.row.erid,
    inApp,
    consented,
  };
  its.spool.append(toLine(company.id, click)).then(
    () => {
      if (verdict === 'prefetch') refusePrefetch(response);
      else if (verdict === 'human') {
        const { before, after } = address === link.address ? link.withClick : withClick(address);
        sendOn(response, `${before}${id}${after}`, consented ? cookieOf(its, company, visitorId) : null);
      } else sendOn(response, address, null);
    },
    (error: unknown) => {
      // A disk that takes nothing is our trouble and not the visitor's, who goes on uncounted and is promised nothing.
      its.onFault(error);
      sendOn(response, address, null);
    },
  );
}

function sendOn(response: ServerResponse, location: string, cookie: string | null): void {
  response.writeHead(
    302,
    cookie === null
      ? ['location', location, 'cache-control', 'no-store', 'content-length', '0']
      : ['location', location, 'cache-control', 'no-store', 'content-length', '0', 'set-cookie', cookie],
  );
  response.end();
}

/**
 * A browser that fetches ahead may show what it fetched and never ask again: the person's own click would be lost. Refused,
 * it asks when the person comes.
 */
function refusePrefetch(response: ServerResponse): void {
  response.writeHead(503, ['cache-control', 'no-store', 'content-length', '0']);
  response.end();
}

function cookieOf(its: Answering, { policy }: Company, visitorId: string): string {
  const secure = its.https ? '; Secure' : '';
  return `${COOKIE}=${visitorId}; Path=/; Max-Age=${policy.cookieDays * DAY_SECONDS}; HttpOnly; SameSite=Lax${secure}`;
}

function purposeOf(headers: IncomingMessage['headers']): string | undefined {
  const said = headers['sec-purpose'] ?? headers['purpose'] ?? headers['x-purpose'] ?? headers['x-moz'];
  return typeof said === 'string' ? said : undefined;
}

/** The last `proxies` addresses were written by proxies we know; what stands before them anybody may write. */
function addressOfVisitor(its: Answering, request: IncomingMessage): string | null {
  const near = request.socket.remoteAddress ?? null;
  if (its.proxies === 0) return near;
  const told = request.headers['x-forwarded-for'];
  const chain = (typeof told === 'string' ? told : '').split(',').map((one) => one.trim());
  return chain.at(-its.proxies) || near;
}

function cut(agent: string | undefined): string | null {
  return agent === undefined || agent === '' ? null : keepable(agent.slice(0, AGENT_CHARACTERS_MAX));
}

function hostOf(referrer: string | undefined): string | null {
  if (referrer === undefined) return null;
  const host = REFERRER.exec(referrer)?.[1];
  return host === undefined ? null : keepable(host.toLowerCase());
}
