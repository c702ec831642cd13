import { createConfig, lintFromString } from '@redocly/openapi-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { appFor } from './app.ts';
import { OPERATIONS } from './operations.ts';

let document: string;
beforeAll(async () => {
  const app = await appFor({});
  document = (await app.inject({ method: 'GET', url: '/api/v1/openapi.json' })).body;
  await app.close();
});

describe('the OpenAPI document', () => {
  it('follows every recommended rule of the linter, without an exception', async () => {
    const config = await createConfig({ extends: ['recommended'] });
    const problems = await lintFromString({ source: document, absoluteRef: '/openapi.json', config });
    expect(problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual(
      [],
    );
  });

  it('holds every operation that is served', () => {
    const { paths } = JSON.parse(document) as {
      paths: Record<string, Record<string, { operationId: string }>>;
    };
    const written = Object.values(paths).flatMap((methods) =>
      Object.values(methods).map((operation) => operation.operationId),
    );
    const missing = OPERATIONS.filter((operation) => !written.includes(operation.id)).map((one) => one.id);
    expect(missing).toEqual([]);
  });
});
