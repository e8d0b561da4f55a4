import { OpenAPIGenerator, type OpenAPI } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { accountServiceContract } from '../../contract/account-service.ts';
import type { CallerKind } from '../../contract/account-service/callers.ts';
import type { Config } from '../config.ts';
import { apiGuide } from './api-guide.ts';

/** The OpenAPI 3.1 document of the API: generated from the contract, plus what holds for every call. */
export async function openApiDocument(config: Config): Promise<OpenAPI.Document> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const document = await generator.generate(accountServiceContract, {
    info: { title: `${config.SERVICE_NAME} account API`, version: '1.0.0', description: apiGuide(config) },
    servers: [{ url: config.PUBLIC_URL }],
    components: {
      securitySchemes: {
        session: {
          type: 'http',
          scheme: 'DPoP',
          description: 'A session token, with a proof in the DPoP header',
        },
        syncPass: {
          type: 'http',
          scheme: 'DPoP',
          description: 'The token of a sync pass, with a proof in the DPoP header',
        },
        device: {
          type: 'apiKey',
          in: 'header',
          name: 'DPoP',
          description: 'A proof of the device key (RFC 9449); without a token, of the key alone',
        },
      },
      headers: {
        Date: {
          description: 'The present of the clock that judges proofs and codes',
          required: true,
          schema: { type: 'string' },
        },
        RetryAfter: {
          description: 'Whole seconds until another try makes sense',
          required: true,
          schema: { type: 'integer', minimum: 0 },
        },
      },
    },
  });
  for (const path of Object.values(document.paths ?? {})) {
    for (const method of ['get', 'post', 'patch', 'delete'] as const) {
      const operation = path?.[method];
      if (operation) complete(operation);
    }
  }
  return document;
}

/** Adds what the contract does not say for each call: who may make it, headers, and general errors. */
function complete(operation: OpenAPI.OperationObject): void {
  operation.security = securityOf(operation);
  const hasParameter = operation.parameters?.some(
    (parameter) => 'in' in parameter && parameter.in === 'path',
  );
  const responses = (operation.responses ??= {});
  for (const [status, description] of Object.entries(before)) {
    if (status === '404' && hasParameter !== true) continue;
    responses[status] ??= {
      description,
      content: { 'application/json': { schema: undeclared(Number(status)) } },
    };
  }
  responses['431'] = { description: 'Too many bytes of headers; no body, and the connection ends' };
  for (const [status, response] of Object.entries(responses)) {
    if (status === '431' || '$ref' in response) continue;
    response.headers = {
      Date: { $ref: '#/components/headers/Date' },
      ...((status === '429' || status === '503') && {
        'Retry-After': { $ref: '#/components/headers/RetryAfter' },
      }),
    };
  }
}

/** Answers that any call can get before it is processed, or when the service is at fault. */
const before = {
  '400': 'The input does not fit: `BAD_REQUEST`',
  '404': 'There is no such path: `NOT_FOUND`',
  '411': 'A body without `Content-Length`: `LENGTH_REQUIRED`',
  '413': 'The body is too large: `PAYLOAD_TOO_LARGE`',
  '415': 'The body is not plain JSON in UTF-8: `UNSUPPORTED_MEDIA_TYPE`',
  '500': 'The service is at fault: `INTERNAL_SERVER_ERROR`',
  '503': 'The database is away for a moment: `SERVICE_UNAVAILABLE`. Send the request again, with a new proof',
} as const;

/** An error that belongs to no particular call. */
function undeclared(status: number): OpenAPI.SchemaObject {
  return {
    type: 'object',
    properties: {
      defined: { const: false },
      code: { type: 'string' },
      status: { const: status },
      message: { type: 'string' },
      data: {},
    },
    required: ['defined', 'code', 'status', 'message'],
  };
}

/** What each kind of caller sends, in the document's terms. */
const security: Record<CallerKind, OpenAPI.SecurityRequirementObject[]> = {
  anyone: [],
  anyDevice: [{}, { device: [] }],
  device: [{ device: [] }],
  session: [{ session: [], device: [] }],
  sessionOrPass: [
    { session: [], device: [] },
    { syncPass: [], device: [] },
  ],
};

/** Who may make each call, by operation: `signIn.start`. */
const callerOf: ReadonlyMap<string, CallerKind> = new Map(
  Object.entries(accountServiceContract).flatMap(([group, calls]) =>
    Object.entries(calls).map(([name, call]) => [`${group}.${name}`, call['~orpc'].meta.caller]),
  ),
);

function securityOf({ operationId = '' }: OpenAPI.OperationObject): OpenAPI.SecurityRequirementObject[] {
  const caller = callerOf.get(operationId);
  if (caller === undefined) throw new Error(`the contract has no call ${operationId}`);
  return security[caller];
}
