import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** `npm run bench NAME`: one file a benchmark, which runs when it is loaded and ends with one line of JSON. */
const HERE = path.dirname(fileURLToPath(import.meta.url));
const NOT_BENCHMARKS = new Set(['run', 'online-retail', 'small-heap']);

const names = readdirSync(HERE)
  .filter((file) => /^[a-z-]+\.ts$/.test(file))
  .map((file) => file.slice(0, -'.ts'.length))
  .filter((name) => !NOT_BENCHMARKS.has(name));

const [name] = process.argv.slice(2);
if (name === undefined || !names.includes(name)) {
  console.error(`npm run bench NAME, where NAME is one of: ${names.join(', ')}`);
  process.exit(2);
}
await import(pathToFileURL(path.join(HERE, `${name}.ts`)).href);
