import { schemasOf } from './content.ts';
import type { Tree } from './tree.ts';
import { violation, type Violation } from './violation.ts';

const CHANGES =
  /\b(?:(?:CREATE|ALTER|DROP)\s+(?:OR\s+REPLACE\s+)?(?:TABLE|VIEW|MATERIALIZED\s+VIEW|FUNCTION|SEQUENCE|TYPE)\s+(?:IF\s+(?:NOT\s+)?EXISTS\s+)?|INSERT\s+INTO\s+|UPDATE\s+|DELETE\s+FROM\s+)"?([a-z_]+)"?\./gi;

/** Numbered, forward only, beginning with a lock timeout, and of one's own schema. */
export function checkMigrations(tree: Tree): Violation[] {
  return tree.migrations.flatMap((file) => {
    const parts = file.path.split('/');
    const owner = parts[0] === 'kernel' ? 'kernel' : (parts[1] ?? '');
    const found: Violation[] = [];
    if (!/^\d{4}_[a-z0-9_]+\.sql$/.test(parts.at(-1) ?? '')) {
      found.push(violation(file, 0, 'migration', 'the name is 0001_what_it_does.sql'));
    }
    const bare = file.text.replaceAll(/--[^\n]*/g, (comment) => ' '.repeat(comment.length));
    if (!/^\s*SET\s+(LOCAL\s+)?lock_timeout\b/i.test(bare)) {
      found.push(violation(file, 0, 'migration', 'it begins with SET lock_timeout'));
    }
    for (const match of bare.matchAll(CHANGES)) {
      const schema = match[1] ?? '';
      if (!schemasOf(owner).includes(schema)) {
        found.push(violation(file, match.index, 'own-schema', `${owner} changes the schema ${schema}`));
      }
    }
    return found;
  });
}
