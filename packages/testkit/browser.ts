type Handle = (request: Request, remoteAddress: string) => Promise<Response>;

/** A person's browser, as far as the server can tell: keeps cookies and says where its page is. */
export interface TestBrowser {
  readonly headers: Headers;
  get(path: string): Promise<Reply>;
  post(path: string, body?: unknown): Promise<Reply>;
  take(setCookie: readonly string[]): void;
}

export interface Reply {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly setCookie: readonly string[];
}

export function testBrowser(handle: Handle, origin: string, remoteAddress = '203.0.113.7'): TestBrowser {
  const jar = new Map<string, string>();

  function take(lines: readonly string[]): void {
    for (const line of lines) {
      const [pair = '', ...attributes] = line.split(';');
      const at = pair.indexOf('=');
      const name = pair.slice(0, at);
      const gone = attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute));
      if (gone) jar.delete(name);
      else jar.set(name, pair.slice(at + 1));
    }
  }

  function headers(): Headers {
    const made = new Headers({ origin, host: new URL(origin).host, 'user-agent': 'Test browser' });
    if (jar.size > 0) made.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    return made;
  }

  async function send(method: string, path: string, body?: unknown): Promise<Reply> {
    const sent = headers();
    if (body !== undefined) sent.set('content-type', 'application/json');
    const init = { method, headers: sent, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    const response = await handle(new Request(origin + path, init), remoteAddress);
    const setCookie = response.headers.getSetCookie();
    take(setCookie);
    const text = await response.text();
    const parsed: unknown = text === '' ? {} : JSON.parse(text);
    return { status: response.status, body: (parsed ?? {}) as Record<string, unknown>, setCookie };
  }

  return {
    get headers() {
      return headers();
    },
    get: (path) => send('GET', path),
    post: (path, body = {}) => send('POST', path, body),
    take,
  };
}
