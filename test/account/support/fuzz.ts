import fc from 'fast-check';
import { z } from 'zod';
import { seed } from '../../rig/seed.ts';
import type { Answer } from './device.ts';
import type { Person } from './person.ts';

interface Schema {
  type?: string | undefined;
  properties?: Record<string, Schema> | undefined;
  items?: Schema | undefined;
  enum?: unknown[] | undefined;
  const?: unknown;
  format?: string | undefined;
  maxLength?: number | undefined;
}

const documentSchema = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        requestBody: z
          .object({ content: z.record(z.string(), z.object({ schema: z.unknown() })) })
          .optional(),
      }),
    ),
  ),
});

/**
 * Sends requests made from the OpenAPI document: mostly near the schema, often off it, half of them signed in.
 *
 * @param check told of every answer
 */
export async function fuzzRequests(
  document: unknown,
  count: number,
  person: Person,
  check: (what: string, answer: Answer) => void,
): Promise<void> {
  const { paths } = documentSchema.parse(document);
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item)
      // These would end the very session that the run needs.
      .filter(() => !/sign-out|account\/delete|end-others/.test(path))
      .map(([method, operation]) => ({
        path,
        method: method.toUpperCase(),
        body: asSchema(operation.requestBody?.content['application/json']?.schema),
      })),
  );
  const request = fc.constantFrom(...operations).chain((operation) =>
    fc.record({
      operation: fc.constant(operation),
      body: operation.body ? valueOf(operation.body) : fc.constant(undefined),
      id: fc.oneof(fc.uuid(), hostileText),
      signedIn: fc.boolean(),
      query: fc.oneof(
        fc.constant(''),
        fc.constant('?before=9'),
        hostileText.map((text) => `?before=${encodeURIComponent(text.toWellFormed())}`),
      ),
    }),
  );
  const requests = fc.sample(request, { numRuns: count, seed });
  const width = 8;
  for (let at = 0; at < requests.length; at += width) {
    const step = requests.slice(at, at + width).map(async ({ operation, body, id, signedIn, query }) => {
      const path = operation.path.replaceAll(/\{\w+\}/g, encodeURIComponent(id.toWellFormed()));
      const answer = await person.call(
        operation.method,
        `${path}${operation.method === 'GET' ? query : ''}`,
        body,
        {
          token: signedIn ? person.token : null,
          from: person.world.network(),
        },
      );
      check(`${operation.method} ${path} ${JSON.stringify(body)?.slice(0, 200)}`, answer);
    });
    await Promise.all(step);
  }
}

const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '',
    '\u0000',
    "' or 1=1 --",
    '../../etc/passwd',
    '\ud800',
    '{{7*7}}',
    '%00',
    '\r\nBcc: x',
    '💥',
    '٣٤٥٦٧٨',
    'null',
  ),
  fc.integer({ min: 100, max: 3_000 }).map((length) => 'A'.repeat(length)),
);
const anything = fc.oneof(
  hostileText,
  fc.jsonValue({ maxDepth: 3 }),
  fc.double(),
  fc.constant(null),
  fc.boolean(),
);

function valueOf(schema: Schema): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 6, arbitrary: near(schema) }, { weight: 1, arbitrary: anything });
}

function near(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'object': {
      const fields = Object.entries(schema.properties ?? {}).map(
        ([name, field]) => [name, valueOf(field)] as const,
      );
      return fc.oneof(
        { weight: 5, arbitrary: fc.record(Object.fromEntries(fields)) },
        { weight: 1, arbitrary: fc.record(Object.fromEntries(fields), { requiredKeys: [] }) },
        { weight: 1, arbitrary: fc.record({ ...Object.fromEntries(fields), extra: anything }) },
      );
    }
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.array(valueOf(schema.items ?? {}), { maxLength: 3 });
    case 'string':
      return textOf(schema);
    default:
      return anything;
  }
}

function textOf(schema: Schema): fc.Arbitrary<string> {
  switch (schema.format) {
    case 'email':
      return fc.oneof(
        fc.integer({ min: 0, max: 200 }).map((n) => `fuzz${n}@example.org`),
        fc.emailAddress(),
      );
    case 'uuid':
      return fc.uuid();
    default:
      return fc.oneof(
        fc.string({ maxLength: Math.min(schema.maxLength ?? 60, 60) }),
        fc.stringMatching(/^\d{6}$/),
        fc.stringMatching(/^[\w-]{22}\.[\w-]{43}$/),
        fc.constantFrom('+31612345678', 'fuzz@example.org', 'correct horse battery staple 99', 'Phone'),
      );
  }
}

const schemaShape: z.ZodType<Schema> = z.lazy(() =>
  z.object({
    type: z.string().optional(),
    properties: z.record(z.string(), schemaShape).optional(),
    items: schemaShape.optional(),
    enum: z.array(z.unknown()).optional(),
    const: z.unknown().optional(),
    format: z.string().optional(),
    maxLength: z.number().optional(),
  }),
);

function asSchema(value: unknown): Schema | undefined {
  return value === undefined ? undefined : schemaShape.parse(value);
}
