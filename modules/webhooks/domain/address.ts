import { Refusal } from '@mosty/kernel/refusal';

/** What an address must be before anything is resolved: where it leads is checked at each sending, by the guard. */
export function checkUrl(text: string, allowHttp: boolean): Refusal | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || url.hostname === '') return new Refusal('invalid', 'webhooks.url_malformed', {});
  if (url.protocol !== 'https:' && !(allowHttp && url.protocol === 'http:'))
    return new Refusal('invalid', 'webhooks.url_not_https', {});
  if (url.username !== '' || url.password !== '')
    return new Refusal('invalid', 'webhooks.url_with_password', {});
  return null;
}
