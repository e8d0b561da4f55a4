import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../../src/adapters/window-files/headers.ts';

const directives = new Map(
  contentSecurityPolicy.split('; ').map((directive): [string, string[]] => {
    const [name = '', ...sources] = directive.split(' ');
    return [name, sources];
  }),
);

describe('the Content Security Policy', () => {
  it('denies what it does not name', () => {
    expect(directives.get('default-src')).toEqual(["'none'"]);
  });

  it('names no source but the window itself', () => {
    const sources = [...directives].filter(([name]) => !name.includes('trusted-types'));
    expect(sources.filter(([, [source, ...more]]) => more.length > 0 || !isOwn(source))).toEqual([]);
  });

  it('allows no inline script or style, and no eval', () => {
    expect(contentSecurityPolicy).not.toMatch(/unsafe|nonce|sha\d|data:|blob:|\*|strict-dynamic/);
  });

  it('lets nobody frame the window, and no form or base address lead out of it', () => {
    // These three do not fall back to default-src.
    const ways = ['frame-ancestors', 'form-action', 'base-uri'].map((name) => directives.get(name));
    expect(ways).toEqual([["'none'"], ["'none'"], ["'none'"]]);
  });

  it('takes no text for code: DOM sinks want trusted types, and nobody can make any', () => {
    expect(directives.get('require-trusted-types-for')).toEqual(["'script'"]);
    expect(directives.get('trusted-types')).toEqual(["'none'"]);
  });
});

function isOwn(source: string | undefined): boolean {
  return source === "'self'" || source === "'none'";
}
