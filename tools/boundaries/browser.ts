import { splitSpecifier, targetOf, type SourceFile, type Tree } from './tree.ts';
import { violation, type Violation } from './violation.ts';

/** What a browser has not. */
const SERVER_ONLY = new Set([
  'pg',
  'kysely',
  'fastify',
  'pg-boss',
  'pg-copy-streams',
  'nodemailer',
  'better-auth',
]);
/** Parts of the web app that run in Node while it is built. */
const BUILD_SIDE = /^apps\/web\/(build\/|dev\/|vite\.config\.ts)/;

/** Contract and ui of every module, the ui-kit and the web app run in a browser, with all they import. */
export function checkBrowser(tree: Tree): Violation[] {
  const reasons = new Map<string, string | undefined>();
  const found: Violation[] = [];
  for (const file of tree.files.values()) {
    if (!runsInBrowser(file)) continue;
    for (const { specifier, typeOnly, index } of file.imports) {
      if (typeOnly) continue;
      const reason = reasonAgainst(tree, file, specifier, reasons);
      if (reason) found.push(violation(file, index, 'browser-safe', `a browser cannot load ${reason}`));
    }
  }
  return found;
}

function runsInBrowser(file: SourceFile): boolean {
  const { area, name, shelf } = file.place;
  if (file.isTest || BUILD_SIDE.test(file.path)) return false;
  if (area === 'modules') return shelf === 'contract' || shelf === 'ui';
  return (area === 'apps' && name === 'web') || (area === 'packages' && name === 'ui-kit');
}

/** The chain of imports that ends at something of the server, or nothing. */
function reasonAgainst(
  tree: Tree,
  from: SourceFile,
  specifier: string,
  known: Map<string, string | undefined>,
): string | undefined {
  const [owner, door] = splitSpecifier(specifier);
  if (specifier.startsWith('node:') || SERVER_ONLY.has(owner)) return specifier;
  if (tree.packages.get(owner)?.folder.startsWith('modules/') && (door === '.' || door === './http')) {
    return `${specifier} (the server's side of a module)`;
  }
  const target = targetOf(tree, from, specifier);
  const file = target === undefined ? undefined : tree.files.get(target);
  if (!file) return undefined;
  if (known.has(file.path)) return known.get(file.path);
  known.set(file.path, undefined);
  for (const next of file.imports) {
    const reason = next.typeOnly ? undefined : reasonAgainst(tree, file, next.specifier, known);
    if (!reason) continue;
    known.set(file.path, `${specifier} → ${reason}`);
    break;
  }
  return known.get(file.path);
}
