import { placeOf, splitSpecifier, targetOf, type Package, type SourceFile, type Tree } from './tree.ts';
import { violation, type Violation } from './violation.ts';

/** Which packages may know each other, and by which doors. */
export function checkPackages(tree: Tree): Violation[] {
  return [...[...tree.files.values()].flatMap((file) => checkFile(tree, file)), ...checkArrows(tree)];
}

function checkFile(tree: Tree, file: SourceFile): Violation[] {
  const folders = new Set([...tree.packages.values()].map((it) => it.folder));
  const own = [...tree.packages.values()].find((it) => it.folder === file.place.package);
  const found: Violation[] = [];
  for (const { specifier, index } of file.imports) {
    if (specifier.startsWith('.')) {
      const target = targetOf(tree, file, specifier) ?? '';
      const missing = /\.tsx?$/.test(target) && !tree.files.has(target) && !target.endsWith('.d.ts');
      const inTree = tree.files.has(target);
      if (missing) found.push(violation(file, index, 'import-exists', `${specifier} leads to no file`));
      else if (
        inTree &&
        placeOf(target, folders).package !== file.place.package &&
        isPackaged(tree, target)
      ) {
        found.push(
          violation(file, index, 'exports-only', `${specifier} goes into another package past its exports`),
        );
      }
      continue;
    }
    const [owner, door] = splitSpecifier(specifier);
    const to = tree.packages.get(owner);
    if (!to) {
      if (owner.startsWith('@mosty/'))
        found.push(violation(file, index, 'neighbour', `there is no package ${owner}`));
      continue;
    }
    if (!to.exports.has(door)) {
      found.push(violation(file, index, 'exports-only', `${owner} does not open ${door}`));
    }
    if (own && owner === own.name && !file.isTest) {
      found.push(violation(file, index, 'neighbour', `inside ${owner} import by a relative path`));
    } else if (own && owner !== own.name && !own.neighbours.has(owner) && !file.isTest) {
      found.push(
        violation(
          file,
          index,
          'neighbour',
          `${owner} is not in the dependencies of ${own.folder}/package.json`,
        ),
      );
    }
  }
  return found;
}

function isPackaged(tree: Tree, target: string): boolean {
  return tree.files.get(target)?.place.package !== undefined;
}

/** The arrows between packages never close a circle. */
function checkArrows(tree: Tree): Violation[] {
  const done = new Set<string>();
  const found: Violation[] = [];
  const walk = (it: Package, path: readonly string[]): void => {
    if (path.includes(it.name)) {
      const circle = [...path.slice(path.indexOf(it.name)), it.name].join(' → ');
      found.push({
        file: `${it.folder}/package.json`,
        line: 1,
        rule: 'arrows',
        words: `a circle: ${circle}`,
      });
      return;
    }
    if (done.has(it.name)) return;
    for (const name of it.neighbours) {
      const next = tree.packages.get(name);
      if (next) walk(next, [...path, it.name]);
    }
    done.add(it.name);
  };
  for (const it of tree.packages.values()) walk(it, []);
  return found;
}
