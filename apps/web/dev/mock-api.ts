import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import { answers } from './mock-answers.ts';

function body(request: IncomingMessage): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    request.on('data', (chunk) => (text += String(chunk)));
    request.on('end', () => resolve(text));
  });
}

function answer(response: ServerResponse, status: number, value: unknown): void {
  response.statusCode = status;
  response.setHeader('content-type', status < 400 ? 'application/json' : 'application/problem+json');
  response.end(JSON.stringify(value));
}

function permissionsIn(module: Record<string, unknown>): string[] {
  return [module['screens'], module['actions']].flatMap((list) =>
    (Array.isArray(list) ? list : []).flatMap((one: { permission?: string }) => one.permission ?? []),
  );
}

/** `vite --mode mock`: the shell without a server. Lives in the development server only. */
export function mockApi(): Plugin {
  return {
    name: 'mosty:mock-api',
    configureServer(server) {
      server.middlewares.use('/api', (request, response) => {
        void Promise.all([body(request), server.ssrLoadModule('/modules.ts')]).then(([, modules]) => {
          const url = new URL(request.url ?? '/', 'http://mock');
          const found = answers[`${request.method} ${url.pathname}`];
          if (found)
            return answer(
              response,
              200,
              found(url.searchParams, ['directory.search', ...permissionsIn(modules)]),
            );
          return answer(response, 404, {
            type: 'about:blank',
            title: 'not in the mock',
            status: 404,
            kind: 'not_found',
            code: 'kit.not_found',
            params: {},
          });
        });
      });
    },
  };
}
