import { splitSpecifier, targetOf, type SourceFile, type Tree } from './tree.ts';
import { violation, type Violation } from './violation.ts';

interface ShelfRule {
  /** Shelves of the same module. */
  readonly own: readonly string[];
  /** Doors of other modules. */
  readonly doors: readonly ('.' | './contract' | './parts')[];
  /** The only npm packages, where that is limited. */
  readonly npm?: readonly string[];
  /** Other packages of ours beside the kernel. */
  readonly ours?: readonly string[];
}

/** The table of docs/map.md. Every shelf may import the kernel. */
const SHELVES: Readonly<Record<string, ShelfRule>> = {
  contract: { own: ['contract'], doors: ['./contract'], npm: ['zod'] },
  policy: { own: ['policy', 'contract'], doors: ['./contract'] },
  domain: { own: ['domain', 'contract'], doors: ['./contract'] },
  store: { own: ['store', 'domain', 'contract'], doors: ['./contract'] },
  service: { own: ['service', 'domain', 'store', 'contract', 'policy'], doors: ['.', './contract'] },
  reactions: { own: ['reactions', 'service', 'contract'], doors: ['./contract'] },
  http: { own: ['http', 'service', 'store', 'domain', 'contract', 'policy'], doors: ['.', './contract'] },
  ui: { own: ['ui', 'contract'], doors: ['./contract', './parts'], ours: ['@mosty/ui-kit'] },
  index: { own: ['service', 'domain', 'contract', 'policy', 'reactions', 'store'], doors: ['./contract'] },
};

/** Identity is known to all: a right is asked of it everywhere above `domain`. */
const KNOWS_IDENTITY = new Set(['policy', 'service', 'reactions', 'http', 'index']);
/** Where data of a neighbour's verb may arrive, its type may be named; the verb itself is not called there. */
const NAMES_TYPES = new Set(['domain', 'store', 'policy', 'reactions']);

/** What a file for downloading says is what the page says: words are plain data. */
const READS_WORDS = new Set(['http', 'service']);
const WORDS = /\/ui\/(?:[\w-]+\/)?words(?:\/[\w-]+)?\.ts$/;
const WORDS_OF_THE_KIT = '@mosty/ui-kit/words';

export function checkShelves(tree: Tree): Violation[] {
  return [...tree.files.values()]
    .filter((file) => file.place.area === 'modules')
    .flatMap((file) => check(tree, file));
}

function check(tree: Tree, file: SourceFile): Violation[] {
  const { shelf, name } = file.place;
  const rule = SHELVES[shelf];
  if (!rule) {
    const known = Object.keys(SHELVES).join(', ');
    return file.isTest ? [] : [violation(file, 0, 'shelf', `"${shelf}" is no shelf of a module (${known})`)];
  }
  const found: Violation[] = [];
  if (file.path.endsWith('.tsx') && shelf !== 'ui') {
    found.push(violation(file, 0, 'shelf', '.tsx stands only under ui/'));
  }
  if (file.isTest) return found;
  for (const { specifier, typeOnly, index } of file.imports) {
    const wrong = specifier.startsWith('.')
      ? wrongShelf(tree, file, rule, specifier)
      : wrongDoor(tree, rule, { specifier, typeOnly, shelf });
    if (wrong) found.push(violation(file, index, 'shelf', `${shelf} of ${name} may not import ${wrong}`));
  }
  return found;
}

function wrongShelf(tree: Tree, file: SourceFile, rule: ShelfRule, specifier: string): string | undefined {
  const target = tree.files.get(targetOf(tree, file, specifier) ?? '');
  if (!target || target.place.package !== file.place.package) return undefined;
  const to = target.place.shelf;
  if (target.isTest) return `a test or its fixture (${specifier})`;
  if (READS_WORDS.has(file.place.shelf) && WORDS.test(target.path)) return undefined;
  return rule.own.includes(to) ? undefined : `the shelf ${to} (${specifier})`;
}

function wrongDoor(
  tree: Tree,
  rule: ShelfRule,
  { specifier, typeOnly, shelf }: { specifier: string; typeOnly: boolean; shelf: string },
): string | undefined {
  if (READS_WORDS.has(shelf) && specifier === WORDS_OF_THE_KIT) return undefined;
  const [owner, door] = splitSpecifier(specifier);
  const to = tree.packages.get(owner);
  if (!to) {
    const limited = rule.npm && !typeOnly && !owner.startsWith('@mosty/') && !rule.npm.includes(owner);
    return limited ? `${owner}, only ${rule.npm.join(', ')}` : undefined;
  }
  if (to.folder === 'kernel' || rule.ours?.includes(owner)) return undefined;
  if (to.folder.startsWith('countries/'))
    return shelf === 'service' || shelf === 'http' ? undefined : specifier;
  if (!to.folder.startsWith('modules/')) return specifier;
  if (owner === '@mosty/identity' && KNOWS_IDENTITY.has(shelf)) return undefined;
  if (typeOnly && door === '.' && NAMES_TYPES.has(shelf)) return undefined;
  return rule.doors.some((it) => it === door) ? undefined : specifier;
}
