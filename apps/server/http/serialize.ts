import type { FastifySerializerCompiler } from 'fastify/types/schema.js';
import type * as z from 'zod';

/**
 * What leaves the house is parsed by the declared shape: bigint and Date become what JSON carries, and a field nobody
 * declared stays inside. The type provider's own compiler encodes instead, which these one-way shapes do not have.
 */
export const serializerCompiler: FastifySerializerCompiler<z.ZodType> = ({ schema }) => {
  return (answer: unknown) => JSON.stringify(schema.parse(answer));
};
