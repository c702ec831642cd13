import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkBrowser } from './boundaries/browser.ts';
import { checkContent } from './boundaries/content.ts';
import { checkCycles } from './boundaries/cycles.ts';
import { checkMigrations } from './boundaries/migrations.ts';
import { checkPackages } from './boundaries/packages.ts';
import { checkShelves } from './boundaries/shelves.ts';
import { readTree } from './boundaries/tree.ts';
import { printed, type Violation } from './boundaries/violation.ts';

/** Holds docs/map.md: who may import whom, and what may stand where. */
export function checkBoundaries(root: string): { files: number; violations: Violation[] } {
  const tree = readTree(root);
  const checks = [checkPackages, checkShelves, checkBrowser, checkContent, checkMigrations, checkCycles];
  const violations = checks
    .flatMap((check) => check(tree))
    .sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
  return { files: tree.files.size, violations };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { files, violations } = checkBoundaries(path.resolve(import.meta.dirname, '..'));
  for (const it of violations) console.error(printed(it));
  // A check that looked at nothing must not pass.
  if (files === 0) console.error('No source files were found.');
  console.log(`boundaries: ${files} files, ${violations.length} violations`);
  process.exitCode = files === 0 || violations.length > 0 ? 1 : 0;
}
