import { isbot } from 'isbot';

/** Who came. Only people are ever paid for; the others are kept and shown apart. */
export const VERDICTS = ['human', 'bot', 'preview', 'prefetch'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** The rule that told. */
export type Why =
  | 'person'
  | 'in_app'
  | 'told_by_site'
  | 'preview_agent'
  | 'prefetch_header'
  | 'preview_header'
  | 'no_agent'
  | 'head_request'
  | 'monitor'
  | 'crawler';

export interface Visit {
  readonly method: string;
  readonly userAgent: string | undefined;
  /** `Sec-Purpose`, `Purpose`, `X-Purpose` and `X-Moz`, whichever came. */
  readonly purpose: string | undefined;
}

export interface Judged {
  readonly verdict: Verdict;
  readonly why: Why;
  /** The program whose own browser shows the page. */
  readonly inApp: string | null;
}

/** Messengers and networks that fetch a page to draw its card. Their own browsers, in which people read, say otherwise. */
const PREVIEW =
  /TelegramBot|vkShare|WhatsApp\/\d|Slackbot|Slack-ImgProxy|Discordbot|facebookexternalhit|Facebot|meta-externalagent|Twitterbot|LinkedInBot|SkypeUriPreview|MicrosoftPreview|OdklBot|redditbot|Pinterestbot|Iframely|Embedly|Google-PageRenderer|Snap URL Preview|MattermostBot|Mattermost-Bot|Zoombot|MAXBot/i;
const MONITOR =
  /UptimeRobot|Pingdom|StatusCake|Site24x7|Zabbix|Nagios|check_http|Better ?Uptime|Better Stack|Uptime-?Kuma|HetrixTools|Datadog|NewRelicPinger|Prometheus|Blackbox|ELB-HealthChecker|GoogleHC|kube-probe|curl\/|Wget\/|python-requests|python-urllib|Go-http-client|okhttp\/|axios\/|node-fetch|undici|PostmanRuntime|HTTPie|libwww-perl|Java\/|Apache-HttpClient|aiohttp/i;

/** A browser inside a program. What isbot takes for a crawler by a word in it is still a person with a phone. */
const IN_APP: readonly (readonly [string, RegExp])[] = [
  ['instagram', /\bInstagram[ /]\d/],
  ['facebook', /\bFBA[NV]\/|\bFB_IAB\b|\bFBIOS\b/],
  ['telegram', /\bTelegram-(?:Android|iOS)\b/],
  ['vk', /\bVK(?:Android|-?iPhone|_?Client|\/\d)|com\.vk\.|\bVKontakte\b|\bvk-client/i],
  ['odnoklassniki', /\bOdnoklassniki\b|\bOK\.ru\b|\bOKApp\b/i],
  ['whatsapp', /Mozilla\/5\.0.*\bWhatsApp\b/],
  ['viber', /\bViber\b/],
  ['line', /\bLine\/\d/],
  ['wechat', /\bMicroMessenger\//],
  ['tiktok', /\bBytedanceWebview\b|\bmusical_ly\b|\bTikTok\b/i],
  ['max', /\bMAX(?:Android|iOS)\b/],
];
const BROWSER = /^Mozilla\/5\.0 \((?:iPhone|iPad|iPod|Linux; (?:U; )?Android|Android|Windows|Macintosh|X11)/;

/** One rule after another; the first that knows tells. No clock, no network. */
export function judge(visit: Visit): Judged {
  const agent = visit.userAgent?.trim() ?? '';
  if (visit.purpose !== undefined && /prefetch|prerender/i.test(visit.purpose))
    return told('prefetch', 'prefetch_header');
  const byAgent = judgeAgent(agent);
  if (byAgent.verdict !== 'human') return byAgent;
  if (visit.purpose !== undefined && /preview/i.test(visit.purpose)) return told('preview', 'preview_header');
  if (visit.method === 'HEAD') return told('bot', 'head_request');
  return byAgent;
}

/** What the visitor's program calls itself tells most of it, and few programs make most visits: worth remembering. */
const REMEMBERED_MAX = 5_000;
const remembered = new Map<string, Judged>();

function judgeAgent(agent: string): Judged {
  const known = remembered.get(agent);
  if (known) return known;
  const judged = lookAtAgent(agent);
  if (remembered.size >= REMEMBERED_MAX) remembered.clear();
  remembered.set(agent, judged);
  return judged;
}

function lookAtAgent(agent: string): Judged {
  if (agent === '') return told('bot', 'no_agent');
  const inApp = BROWSER.test(agent) ? (IN_APP.find(([, says]) => says.test(agent))?.[0] ?? null) : null;
  if (inApp !== null && !PREVIEW_IN_BROWSER.test(agent)) return { verdict: 'human', why: 'in_app', inApp };
  if (PREVIEW.test(agent)) return told('preview', 'preview_agent');
  if (MONITOR.test(agent)) return told('bot', 'monitor');
  if (isbot(agent)) return told('bot', 'crawler');
  return told('human', 'person');
}

/** Crawlers that dress as a phone say who they are all the same. */
const PREVIEW_IN_BROWSER =
  /facebookexternalhit|Facebot|meta-externalagent|TelegramBot|vkShare|\bbot\b|spider|crawler/i;

function told(verdict: Verdict, why: Why): Judged {
  return { verdict, why, inApp: null };
}
