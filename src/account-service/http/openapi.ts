import { OpenAPIGenerator, type OpenAPI } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { accountContract } from '../../contract/account.ts';
import type { Config } from '../config.ts';

/** Procedures that work without a session; `bound` ones want the device's proof all the same. */
const openTags = new Set(['Service', 'Sign-up', 'Activation', 'Password reset', 'Support', 'Sign-in']);
const boundOperations = new Set([
  'activation.confirm',
  'signIn.start',
  'signIn.send',
  'signIn.verify',
  'signIn.recover',
]);

/** The OpenAPI 3.1 document of the API, made from the contract. */
export async function openApiDocument(config: Config): Promise<OpenAPI.Document> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const document = await generator.generate(accountContract, {
    info: {
      title: `${config.SERVICE_NAME} account API`,
      version: '1.0.0',
      description:
        'Errors carry a stable `code`. Where a security scheme is named, send a DPoP proof (RFC 9449) made with ' +
        `the device key for the URL \`${config.PUBLIC_URL}\` + path. Input that does not fit is \`BAD_REQUEST\`.`,
    },
    servers: [{ url: config.PUBLIC_URL }],
    components: {
      securitySchemes: {
        session: {
          type: 'http',
          scheme: 'DPoP',
          description: 'A session token, with a proof in the DPoP header',
        },
        device: {
          type: 'apiKey',
          in: 'header',
          name: 'DPoP',
          description: 'A proof of the device key alone',
        },
      },
    },
  });
  for (const path of Object.values(document.paths ?? {})) {
    for (const method of ['get', 'post', 'patch', 'delete'] as const) {
      const operation = path?.[method];
      if (!operation) continue;
      if (boundOperations.has(operation.operationId ?? '')) operation.security = [{ device: [] }];
      else if (operation.tags?.some((tag) => openTags.has(tag))) operation.security = [];
      else operation.security = [{ session: [], device: [] }];
    }
  }
  return document;
}
