import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { z } from 'zod';

const responseSchema = z.object({
  headers: z.record(z.string(), z.object({ $ref: z.string() })).default({}),
  content: z.record(z.string(), z.object({ schema: z.unknown() })).optional(),
});
const documentSchema = z.looseObject({
  paths: z.record(
    z.string(),
    z.record(z.string(), z.object({ responses: z.record(z.string(), responseSchema) })),
  ),
  components: z.object({
    headers: z.record(z.string(), z.object({ required: z.boolean().optional(), schema: z.unknown() })),
  }),
});
type Response = z.infer<typeof responseSchema>;

/** An answer as far as the document speaks of it. */
export interface Seen {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  body: unknown;
}

/** Holds answers against the service's own document: status declared, headers there, body as its schema says. */
export interface Conformance {
  /** Throws where an answer is not what the document says; paths that it does not know are none of its business. */
  check(method: string, path: string, seen: Seen): void;
}

/** @param document what `/openapi.json` answers */
export function conformanceTo(document: unknown): Conformance {
  const { paths, components } = documentSchema.parse(document);
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
  formats.default(ajv);
  const compiled = new Map<unknown, ValidateFunction>();
  const fits = (schema: unknown, value: unknown): string | null => {
    let validate = compiled.get(schema);
    if (!validate)
      compiled.set(schema, (validate = ajv.compile(z.record(z.string(), z.unknown()).parse(schema))));
    return validate(value) ? null : ajv.errorsText(validate.errors);
  };
  const routes = Object.entries(paths).map(([template, methods]) => ({
    pattern: new RegExp(`^${template.replaceAll(/[.]/g, '\\$&').replaceAll(/\{\w+\}/g, '[^/]+')}$`),
    methods,
  }));
  return {
    check(method, path, seen) {
      const plain = path.replace(/[?#].*$/s, '');
      // The most exact one: `/v1/mfa/methods/{id}` does not speak for a path that has a name of its own.
      const route = routes
        .filter(({ pattern, methods }) => pattern.test(plain) && Object.hasOwn(methods, method.toLowerCase()))
        .toSorted(
          (a, b) => a.pattern.source.split('[^/]+').length - b.pattern.source.split('[^/]+').length,
        )[0];
      const responses = route?.methods[method.toLowerCase()]?.responses;
      if (!responses) return;
      const what = `${method} ${plain} ${seen.status}`;
      const response = responses[String(seen.status)];
      if (!response) throw new Error(`${what} is not in the document: ${seen.text.slice(0, 200)}`);
      const wrong = [
        ...wrongHeaders(response, seen, components.headers, fits),
        ...wrongBody(response, seen, fits),
      ];
      if (wrong.length > 0) throw new Error(`${what} is not what the document says: ${wrong.join('; ')}`);
    },
  };
}

type Fits = (schema: unknown, value: unknown) => string | null;

function wrongHeaders(
  response: Response,
  seen: Seen,
  known: z.infer<typeof documentSchema>['components']['headers'],
  fits: Fits,
): string[] {
  return Object.entries(response.headers).flatMap(([name, { $ref }]) => {
    const header = known[$ref.replace('#/components/headers/', '')];
    if (!header) return [`${name}: the document names no ${$ref}`];
    const value = seen.headers[name.toLowerCase()];
    if (value === undefined) return header.required === true ? [`${name} is missing`] : [];
    const { type } = z.object({ type: z.string() }).parse(header.schema);
    const error = fits(header.schema, type === 'integer' ? Number(value) : value);
    return error === null ? [] : [`${name}: ${error}`];
  });
}

function wrongBody({ content }: Response, seen: Seen, fits: Fits): string[] {
  if (!content) return seen.text === '' ? [] : ['a body where the document has none'];
  const type = String(seen.headers['content-type'] ?? '').replace(/\s*;.*$/, '');
  const media = content[type];
  if (!media) return [`the type ${type || 'none'}`];
  const error = fits(media.schema, seen.body);
  return error === null ? [] : [`${error} in ${seen.text.slice(0, 300)}`];
}
