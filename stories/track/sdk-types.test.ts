import path from 'node:path';
import { expect, it } from 'vitest';
import { typesOf, type OpenApi } from '@mosty/sdk/generate';
import { appFor } from '../api/app.ts';

const TYPES = path.resolve(import.meta.dirname, '../../packages/sdk/types.ts');

it('the types of the SDK are what the OpenAPI document says (npm test -- stories/track/sdk-types -u writes them)', async () => {
  const app = await appFor({});
  const document = (await app.inject({ method: 'GET', url: '/api/v1/openapi.json' })).json<OpenApi>();
  await app.close();
  await expect(typesOf(document)).toMatchFileSnapshot(TYPES);
});
