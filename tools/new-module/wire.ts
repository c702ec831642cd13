import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Names } from './names.ts';

/** Makes the rest of the repository know the module. @throws naming the file where its place was not found */
export function wire(root: string, names: Names): string[] {
  const { module, noun, prefix } = names;
  const changed: string[] = [];
  const change = (file: string, edit: (text: string) => string): void => {
    const full = path.join(root, file);
    const before = readFileSync(full, 'utf8');
    const after = edit(before);
    if (after === before) throw new Error(`${file}: no place for ${module} was found`);
    writeFileSync(full, after);
    changed.push(file);
  };

  change('kernel/id/registry.ts', (text) => {
    if (text.includes(`'${prefix}'`))
      throw new Error(`the prefix ${prefix} is taken: choose another with --prefix`);
    return text.replace('} as const;', `  ${noun}: '${prefix}',\n} as const;`);
  });
  change('kernel/db/migrate.ts', (text) => afterNeighbours(text, names));
  change('apps/web/module-names.ts', (text) => afterNeighbours(text, names));
  change('apps/web/modules.ts', (text) => {
    const entry = `  ${module}: { screens: ${module}.screens, actions: ${module}.actions },\n};`;
    return withImport(text, `import * as ${module} from '@mosty/${module}/ui';`).replace(
      '\n};',
      `\n${entry}`,
    );
  });
  change('apps/server/composition.ts', (text) => {
    const routes = withImport(text, `import { ${module}Routes } from '@mosty/${module}/http';`);
    const both = withImport(routes, `import { ${module}Reactions } from '@mosty/${module}';`);
    const tied = both
      .replace(/(DOORS: readonly Served\[\] = \[[^\]]*?)(\n\];)/, `$1\n  ...${module}Routes,$2`)
      .replace(/(REACTIONS: readonly Reaction\[\] = \[[^\]]*?)(,?\s*\];)/, `$1, ...${module}Reactions$2`);
    return tied.includes(`...${module}Routes`) && tied.includes(`...${module}Reactions`) ? tied : text;
  });
  for (const app of ['server', 'web']) {
    change(`apps/${app}/package.json`, (text) => {
      const described = JSON.parse(text) as { dependencies: Record<string, string> };
      described.dependencies[`@mosty/${module}`] = '*';
      return `${JSON.stringify(described, null, 2)}\n`;
    });
  }
  return changed;
}

/** In a list of modules in the order of the arrows: right behind the last one it knows. */
function afterNeighbours(text: string, { module, neighbours }: Names): string {
  const last = ['kernel', 'identity', ...neighbours]
    .map((name) => text.indexOf(`\n  '${name}',`))
    .reduce((a, b) => Math.max(a, b), -1);
  if (last === -1) return text;
  const end = text.indexOf('\n', last + 1);
  return `${text.slice(0, end)}\n  '${module}',${text.slice(end)}`;
}

function withImport(text: string, line: string): string {
  const at = text.search(/^import /m);
  return `${text.slice(0, at)}${line}\n${text.slice(at)}`;
}
