/**
 * Remembers which partner's link led a visitor here. Served as /tracker.js:
 * <script async src="https://go.example.com/tracker.js" data-key="pk_…" data-domains="shop.example.com,pay.example.com"></script>
 * Sets no cookie until `mosty.consent(true)` or data-consent="given"; until then the click lives as long as the page.
 */
(() => {
  const script = document.currentScript as HTMLScriptElement | null;
  if (!script) return;
  const NAME = 'mosty_click';
  const CONSENT = 'mosty_consent';
  const { key = '', domains = '', days = '90', consent: said } = script.dataset;
  const api = `${new URL(script.src).origin}/api/v1/track/click`;
  const ours = domains.split(/[\s,]+/).filter(Boolean);
  const here = new URL(location.href);

  const read = (name: string) =>
    document.cookie
      .split('; ')
      .find((one) => one.startsWith(`${name}=`))
      ?.slice(name.length + 1);
  const write = (name: string, value: string, seconds: number) => {
    const secure = here.protocol === 'https:' ? ';Secure' : '';
    document.cookie = `${name}=${value};Path=/;Max-Age=${seconds};SameSite=Lax${secure}`;
  };
  const keep = () => {
    if (consented && click) write(NAME, click, Math.min(400, Number(days) || 90) * 86_400);
  };
  const known = (text: string | null | undefined) =>
    /^clk_[0-9a-z]{26}$/.test(text ?? '') ? text : undefined;

  let consented = said === 'given' || read(CONSENT) === '1';
  const came = known(here.searchParams.get(NAME));
  let click = came ?? known(read(NAME));
  keep();

  const via = here.searchParams.get('via') ?? here.searchParams.get('ref');
  const ready =
    via && key && !came
      ? fetch(api, {
          method: 'POST',
          keepalive: true,
          headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
          body: JSON.stringify({
            key: via,
            url: here.href.slice(0, 2000),
            referrer: document.referrer.slice(0, 2000),
            consented,
          }),
        })
          .then(async (answer) => {
            if (answer.ok) click = known(((await answer.json()) as { clickId?: string }).clickId) ?? click;
            keep();
            return click;
          })
          // Told nobody: the page works all the same, and so does what was known before.
          .catch(() => click)
      : Promise.resolve(click);

  /** A link to another of the company's domains takes the click along: cookies stay where they were set. */
  const decorate = (event: Event) => {
    const link = (event.target as Element | null)?.closest?.('a[href]') as HTMLAnchorElement | null;
    if (!link || !click || link.host === here.host || !ours.includes(link.host)) return;
    const to = new URL(link.href);
    to.searchParams.set(NAME, click);
    link.href = to.href;
  };
  for (const kind of ['click', 'auxclick', 'contextmenu']) addEventListener(kind, decorate, true);

  Object.assign(globalThis, {
    mosty: {
      ready,
      clickId: () => click,
      consent(yes: boolean) {
        consented = yes;
        write(CONSENT, '1', yes ? 31_536_000 : 0);
        if (yes) keep();
        else write(NAME, '', 0);
      },
    },
  });
})();
