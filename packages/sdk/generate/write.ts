import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { typesOf, type OpenApi } from './types-of.ts';

/** `node packages/sdk/generate/write.ts http://localhost:3000`: writes `types.ts` from a running Mosty. */
const origin = process.argv[2] ?? 'http://localhost:3000';
const response = await fetch(`${origin}/api/v1/openapi.json`);
if (!response.ok) throw new Error(`${origin} answered ${response.status}`);
// The document is our own server's; what matters of it is checked by the test that compares the file.
const document = (await response.json()) as OpenApi;
writeFileSync(path.join(import.meta.dirname, '../types.ts'), typesOf(document));
