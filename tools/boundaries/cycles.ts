import { targetOf, type Tree } from './tree.ts';
import { violation, type Violation } from './violation.ts';

/** No file imports itself over others (types aside: they are erased). Tarjan's strongly connected components. */
export function checkCycles(tree: Tree): Violation[] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const found: Violation[] = [];

  const visit = (file: string): void => {
    index.set(file, index.size);
    low.set(file, index.get(file) ?? 0);
    stack.push(file);
    onStack.add(file);
    for (const next of edges(tree, file)) {
      if (!index.has(next)) {
        visit(next);
        low.set(file, Math.min(low.get(file) ?? 0, low.get(next) ?? 0));
      } else if (onStack.has(next)) {
        low.set(file, Math.min(low.get(file) ?? 0, index.get(next) ?? 0));
      }
    }
    if (low.get(file) !== index.get(file)) return;
    const together = stack.splice(stack.indexOf(file));
    for (const it of together) onStack.delete(it);
    const alone = tree.files.get(file);
    if (alone && (together.length > 1 || edges(tree, file).includes(file))) {
      found.push(
        violation(alone, 0, 'no-cycle', `imports go in a circle: ${[...together, file].join(' → ')}`),
      );
    }
  };
  for (const file of tree.files.keys()) if (!index.has(file)) visit(file);
  return found;
}

function edges(tree: Tree, path: string): string[] {
  const file = tree.files.get(path);
  if (!file) return [];
  return file.imports
    .filter((it) => !it.typeOnly)
    .map((it) => targetOf(tree, file, it.specifier))
    .filter((it): it is string => it !== undefined && tree.files.has(it));
}
