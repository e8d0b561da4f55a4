import type { OpenAPI } from '@orpc/openapi';
import { escapeHtml, page } from './page.ts';

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
  const contents = tags.map((tag) => `<li><a href="#${anchor(tag)}">${escapeHtml(tag)}</a></li>`).join('');
  const sections = tags.map((tag) => {
    const own = operations.filter(({ operation }) => (operation.tags?.[0] ?? '') === tag);
    return `<h2 id="${anchor(tag)}">${escapeHtml(tag)}</h2>${own.map(section).join('')}`;
  });
  const { title, version, description = '' } = document.info;
  return page(
    'en',
    title,
    `<h1>${escapeHtml(title)} <small>${escapeHtml(version)}</small></h1><p>${escapeHtml(description)}</p>` +
      `<p><a href="/openapi.json">openapi.json</a></p><ul>${contents}</ul>${sections.join('')}`,
  );
}

interface Entry {
  path: string;
  method: string;
  operation: OpenAPI.OperationObject;
}

function section({ path, method, operation }: Entry): string {
  const security = (operation.security ?? []).flatMap((scheme) => Object.keys(scheme)).join(' + ') || 'none';
  return (
    `<h3 id="${anchor(operation.operationId ?? path)}"><code>${method.toUpperCase()} ${escapeHtml(path)}</code></h3>` +
    `<p>${escapeHtml(operation.summary ?? '')}</p><p>${escapeHtml(operation.description ?? '')}</p>` +
    `<p>Security: ${escapeHtml(security)}</p>` +
    details('Parameters', operation.parameters) +
    details('Body', operation.requestBody) +
    Object.entries(operation.responses ?? {})
      .map(([status, response]) => details(status, response))
      .join('')
  );
}

function details(label: string, value: unknown): string {
  if (value === undefined) return '';
  const text = escapeHtml(JSON.stringify(value, null, 2));
  return `<details><summary>${escapeHtml(label)}</summary><pre>${text}</pre></details>`;
}

function anchor(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}
