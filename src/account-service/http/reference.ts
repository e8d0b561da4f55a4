import type { OpenAPI } from '@orpc/openapi';
import { html, nothing, type Html } from './html.ts';
import { page } from './page.ts';

/**
 * The browsable API reference: one page that the server renders from the OpenAPI document, without script or
 * external resources.
 */
export function referencePage(document: OpenAPI.Document): string {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    (['get', 'post', 'patch', 'delete'] as const).flatMap((method) => {
      const operation = item?.[method];
      return operation ? [{ path, method, operation }] : [];
    }),
  );
  const tags = [...new Set(operations.map(({ operation }) => operation.tags?.[0] ?? ''))];
  const contents = tags.map((tag) => html`<li><a href="#${anchor(tag)}">${tag}</a></li>`);
  const sections = tags.map((tag) => {
    const own = operations.filter(({ operation }) => (operation.tags?.[0] ?? '') === tag);
    return html`<h2 id="${anchor(tag)}">${tag}</h2>
      ${own.map(section)}`;
  });
  const { title, version, description = '' } = document.info;
  return page(
    'en',
    title,
    html`<h1>${title} <small>${version}</small></h1>
      <p>${description}</p>
      <p><a href="/openapi.json">openapi.json</a></p>
      <ul>
        ${contents}
      </ul>
      ${sections}`,
  );
}

interface Entry {
  path: string;
  method: string;
  operation: OpenAPI.OperationObject;
}

function section({ path, method, operation }: Entry): Html {
  const security = (operation.security ?? []).flatMap((scheme) => Object.keys(scheme)).join(' + ') || 'none';
  const responses = Object.entries(operation.responses ?? {});
  return html`<h3 id="${anchor(operation.operationId ?? path)}">
      <code>${method.toUpperCase()} ${path}</code>
    </h3>
    <p>${operation.summary ?? ''}</p>
    <p>${operation.description ?? ''}</p>
    <p>Security: ${security}</p>
    ${details('Parameters', operation.parameters)}${details('Body', operation.requestBody)}
    ${responses.map(([status, response]) => details(status, response))}`;
}

function details(label: string, value: unknown): Html {
  if (value === undefined) return nothing;
  return html`<details>
    <summary>${label}</summary>
    <pre>${JSON.stringify(value, null, 2)}</pre>
  </details>`;
}

function anchor(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}
