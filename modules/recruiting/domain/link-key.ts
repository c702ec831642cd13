/** Hosts that show one and the same page. */
const SAME_HOST: Record<string, string> = {
  'telegram.me': 't.me',
  'telegram.dog': 't.me',
  'm.vk.com': 'vk.com',
  'vk.ru': 'vk.com',
  'youtu.be': 'youtube.com',
  'm.youtube.com': 'youtube.com',
};
/** What a page is told apart by beyond its path. */
const TELLING: Record<string, readonly string[]> = { 'youtube.com': ['v', 'list'] };

/**
 * One spelling for the many addresses of one page: scheme, `www.`, the case of the host, the trailing slash and what
 * advertising adds to it do not tell pages apart. Never followed, never shown.
 */
export function linkKey(link: string): string {
  const text = link.trim();
  if (/^@[\w.]+$/u.test(text)) return text.toLowerCase();
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//iu.test(text) ? text : `https://${text}`);
  if (!url) return text.toLowerCase();
  const bare = url.hostname.toLowerCase().replace(/^www\./u, '');
  const host = SAME_HOST[bare] ?? bare;
  // t.me/s/name is the same channel read in a browser.
  const path = url.pathname.replace(/\/+$/u, '').replace(host === 't.me' ? /^\/s(?=\/)/u : /^(?!)/u, '');
  const telling = (TELLING[host] ?? []).flatMap((name) => {
    const value = url.searchParams.get(name);
    return value === null ? [] : [`${name}=${value}`];
  });
  return `${host}${path.toLowerCase()}${telling.length > 0 ? `?${telling.join('&')}` : ''}`;
}

/** The name under which somebody writes: «optdenis» of `t.me/optdenis` and of `@optdenis`. */
export function handleOf(link: string): string | null {
  const key = linkKey(link);
  const last = key.startsWith('@') ? key.slice(1) : /^[^/]+\/@?([\p{L}\d_.-]+)$/u.exec(key)?.[1];
  return last === undefined || last.length < 4 ? null : last;
}
