import type * as z from 'zod';
import { toJSONSchema } from 'zod';
import { SERVED } from '@mosty/server/composition';
import type { Operation } from '@mosty/kernel/operation';

export const OPERATIONS: readonly Operation[] = SERVED.map((served) => served.operation);

/** JSON Schema of what an operation takes; shapes JSON Schema cannot say become «anything». */
export function schemaOf(shape: z.ZodType): JsonSchema {
  return toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
}

export interface JsonSchema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** Fills `:params` of a path. */
export function addressOf(operation: Operation, params: Readonly<Record<string, string>>): string {
  return `/api/v1${operation.path.replace(/:([a-zA-Z]+)/g, (_whole, name: string) => encodeURIComponent(params[name] ?? 'x'))}`;
}

export function paramsOf(operation: Operation): string[] {
  return [...operation.path.matchAll(/:([a-zA-Z]+)/g)].map((found) => String(found[1]));
}
