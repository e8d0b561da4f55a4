/** PostgreSQL keeps no text with a zero byte in it; the contract refuses one before the database would. */
import { isContractProcedure } from '@orpc/contract';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { accountServiceContract } from '../../../src/contract/account-service.ts';
import { passwordSchema } from '../../../src/contract/account-service/shapes.ts';

/** Every text of a schema, with where it stands. */
function textsIn(schema: unknown, path: string): [path: string, text: z.ZodType][] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return textsIn(schema.unwrap(), path);
  }
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([name, field]) => textsIn(field, `${path}.${name}`));
  }
  if (schema instanceof z.ZodArray) return textsIn(schema.element, `${path}[]`);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => textsIn(option, path));
  if (schema instanceof z.ZodEnum || schema instanceof z.ZodBoolean || schema instanceof z.ZodLiteral)
    return [];
  if (schema instanceof z.ZodType) return [[path, schema]];
  throw new Error(`${path} is no schema of zod`);
}

function textsOf(contract: unknown, path: string): [path: string, text: z.ZodType][] {
  if (isContractProcedure(contract)) {
    const { inputSchema } = contract['~orpc'];
    return inputSchema === undefined ? [] : textsIn(inputSchema, path);
  }
  return Object.entries(Object(contract)).flatMap(([name, part]) => textsOf(part, `${path}/${name}`));
}

const texts = textsOf(accountServiceContract, '');

describe('a zero byte', () => {
  it.each(texts.filter(([, text]) => text !== passwordSchema))('is refused in %s', (_path, text) => {
    for (const hostile of ['\0', 'a\0b', 'a@b.example\0'])
      expect(text.safeParse(hostile).success).toBe(false);
  });

  it('may stand in a password, of which only the hash is kept', () => {
    expect(passwordSchema.safeParse('a\0b').success).toBe(true);
    expect(texts.length).toBeGreaterThan(30);
  });
});
