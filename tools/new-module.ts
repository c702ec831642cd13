import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { filesOf } from './new-module/files.ts';
import { namesOf, type Names } from './new-module/names.ts';
import { wire } from './new-module/wire.ts';

const HOW = `A new module with every shelf, its tests and its place in the program:

  npm run new-module -- warranties --noun warranty --knows directory,deals

  --noun    what its first table holds, one English word
  --knows   neighbours besides identity (they become its dependencies)
  --prefix  of its ids; the first three letters of the noun unless told`;

/** Writes the module and makes the rest know it. Answers the files written and changed, from the root. */
export function newModule(root: string, names: Names): string[] {
  const folder = `modules/${names.module}`;
  if (existsSync(path.join(root, folder))) throw new Error(`${folder} is there already`);
  const changed = wire(root, names);
  const written = Object.entries(filesOf(names)).map(([name, text]) => {
    const file = path.posix.join(folder, name);
    mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
    return file;
  });
  return [...written, ...changed];
}

/** Lines are as long as the words of the module make them. */
function format(root: string, files: readonly string[]): void {
  const biome = path.join(root, 'node_modules/@biomejs/biome/bin/biome');
  const formatted = files.filter((file) => /\.tsx?$/.test(file));
  spawnSync(process.execPath, [biome, 'format', '--write', ...formatted], { cwd: root, stdio: 'ignore' });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { noun: { type: 'string' }, knows: { type: 'string' }, prefix: { type: 'string' } },
  });
  const [module] = positionals;
  if (module === undefined || values.noun === undefined) {
    console.error(HOW);
    process.exitCode = 1;
  } else {
    const neighbours = values.knows?.split(',').filter(Boolean) ?? [];
    const names = namesOf({ module, noun: values.noun, prefix: values.prefix, neighbours });
    const root = path.resolve(import.meta.dirname, '..');
    const files = newModule(root, names);
    format(root, files);
    for (const file of files) console.log(file);
    console.log(`
Next:
  npm install                       the new workspace, and its line in the lockfile
  docs/map.md                       its arrow and its table
  docs/glossary.md                  its noun
  modules/identity/ui/words         how the journal says "${module}.create_${names.noun}"
  npm test -- modules/${module}`);
  }
}
