interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly description?: string;
}

interface Content {
  readonly content?: { readonly 'application/json'?: { readonly schema: Schema } };
}

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
}

export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const HEAD = `// Made from the OpenAPI document by packages/sdk/generate/write.ts. Do not edit: change the contract and write again.\n`;

/** TypeScript of what the operations of `/track` take and answer. */
export function typesOf(document: OpenApi): string {
  const operations = Object.entries(document.paths)
    .filter(([path]) => path.startsWith('/api/v1/track/'))
    .flatMap(([, methods]) => Object.values(methods))
    .sort((a, b) => (a.operationId < b.operationId ? -1 : 1));
  return [HEAD, ...operations.map(declared)].join('\n');
}

function declared({ operationId, summary, requestBody, responses }: Operation): string {
  const name = operationId.charAt(0).toUpperCase() + operationId.slice(1);
  const success = Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1];
  const body = printed(requestBody?.content?.['application/json']?.schema ?? {}, '');
  const answer = printed(success?.content?.['application/json']?.schema ?? {}, '');
  return `/** ${summary}. */\nexport type ${name}Body = ${body};\n\nexport type ${name}Answer = ${answer};\n`;
}

function printed(schema: Schema, indent: string): string {
  if (schema.anyOf) return schema.anyOf.map((one) => printed(one, indent)).join(' | ');
  if (schema.enum) return schema.enum.map((value) => quoted(value)).join(' | ');
  const { type } = schema;
  if (Array.isArray(type))
    return type.map((one: string) => printed({ ...schema, type: one }, indent)).join(' | ');
  if (type === 'object') return object(schema, indent);
  if (type === 'array') return `readonly ${grouped(printed(schema.items ?? {}, indent))}[]`;
  if (type === 'integer' || type === 'number') return 'number';
  if (type === 'string' || type === 'boolean' || type === 'null') return type;
  return 'unknown';
}

function object({ properties, required = [], additionalProperties }: Schema, indent: string): string {
  if (!properties)
    return `Readonly<Record<string, ${typeof additionalProperties === 'object' ? printed(additionalProperties, indent) : 'unknown'}>>`;
  const inner = `${indent}  `;
  const lines = Object.entries(properties).map(([name, of]) => {
    const type = printed(of, inner);
    const told = required.includes(name) ? `: ${type}` : `?: ${type} | undefined`;
    return `${inner}readonly ${name}${told};`;
  });
  return `{\n${lines.join('\n')}\n${indent}}`;
}

function quoted(value: unknown): string {
  return typeof value === 'string' ? `'${value.replaceAll("'", "\\'")}'` : JSON.stringify(value);
}

/** A union is one thing before `[]`. */
function grouped(type: string): string {
  return !type.startsWith('{') && type.includes(' | ') ? `(${type})` : type;
}
