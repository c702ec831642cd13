import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** Contracts, and the kernel files they are written with. */
const DECLARATIONS = /\/(modules\/[a-z]+\/contract(\/.+)?|kernel\/.+)\.ts$/;
const LIGHT = fileURLToPath(new URL('./light-operation.ts', import.meta.url));
/** Parts of an operation that only the server reads at run time. */
const SHAPES = new Set(['params', 'query', 'body', 'answer']);

/** Initial values that cost nothing to keep or to drop. */
const PLAIN = new Set([
  'Literal',
  'Identifier',
  'ArrowFunctionExpression',
  'FunctionExpression',
  'TemplateLiteral',
]);

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

interface Cut {
  readonly at: number;
  readonly to: number;
  readonly text: string;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value && 'end' in value;
}

function child(node: object, name: string): unknown {
  return Object.getOwnPropertyDescriptor(node, name)?.value;
}

function nameOf(node: unknown): unknown {
  return isNode(node) && node.type === 'Identifier' ? child(node, 'name') : undefined;
}

/** `operation({ …, answer: schema })` without its shapes. */
function shapesIn(call: Node): Cut[] {
  const [declared] = (child(call, 'arguments') ?? []) as unknown[];
  if (!isNode(declared) || declared.type !== 'ObjectExpression') return [];
  return (child(declared, 'properties') as Node[])
    .filter((property) => property.type === 'Property' && SHAPES.has(String(nameOf(child(property, 'key')))))
    .map((property) => ({
      at: property.start,
      to: property.end,
      text: `${String(nameOf(child(property, 'key')))}: undefined`,
    }));
}

/** A top-level constant that is computed may be left out when nobody reads it. */
function pure(init: Node): Cut[] {
  return [
    { at: init.start, to: init.start, text: '/* @__PURE__ */ (() => (' },
    { at: init.end, to: init.end, text: '))()' },
  ];
}

/** Everything to change in one file of declarations, by the places in its code. */
export function cutsIn(program: { readonly body: readonly unknown[] }): Cut[] {
  return program.body.flatMap((statement) => {
    if (!isNode(statement)) return [];
    const declaration =
      statement.type === 'ExportNamedDeclaration' ? child(statement, 'declaration') : statement;
    if (!isNode(declaration) || declaration.type !== 'VariableDeclaration') return [];
    return (child(declaration, 'declarations') as Node[]).flatMap((declarator) => {
      const init = child(declarator, 'init');
      if (!isNode(init) || PLAIN.has(init.type)) return [];
      return nameOf(child(init, 'callee')) === 'operation' ? shapesIn(init).concat(pure(init)) : pure(init);
    });
  });
}

export function applyCuts(code: string, cuts: readonly Cut[]): string {
  return cuts
    .toSorted((a, b) => b.at - a.at || b.to - a.to)
    .reduce((text, cut) => text.slice(0, cut.at) + cut.text + text.slice(cut.to), code);
}

/**
 * The built app calls operations and never validates by their schemas (the server does), so they need not travel:
 * 60 KB gzip of a validation library. A page that does read a schema still gets it. Building only.
 */
export function lightContracts(): Plugin {
  return {
    name: 'mosty:light-contracts',
    apply: 'build',
    enforce: 'pre',
    resolveId(source, importer) {
      return source === '@mosty/kernel/operation' && importer !== LIGHT ? LIGHT : undefined;
    },
    transform(code, id) {
      if (!DECLARATIONS.test(id)) return null;
      const cuts = cutsIn(this.parse(code, { lang: 'ts' }) as unknown as { body: unknown[] });
      return cuts.length ? { code: applyCuts(code, cuts), map: null } : null;
    },
  };
}
