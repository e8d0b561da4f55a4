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
    for (const [name, sources] of directives) {
      if (name.includes('trusted-types')) continue;
      expect(sources, name).toHaveLength(1);
      expect(["'self'", "'none'"], name).toContain(sources[0]);
    }
  });

  it('allows no inline script or style, and no eval', () => {
    expect(contentSecurityPolicy).not.toMatch(/unsafe|nonce|sha\d|data:|blob:|\*|strict-dynamic/);
  });

  it('lets nobody frame the window, and no form or base address lead out of it', () => {
    for (const name of ['frame-ancestors', 'form-action', 'base-uri']) {
      // These three do not fall back to default-src.
      expect(directives.get(name), name).toEqual(["'none'"]);
    }
  });

  it('takes no text for code: DOM sinks want trusted types, and nobody can make any', () => {
    expect(directives.get('require-trusted-types-for')).toEqual(["'script'"]);
    expect(directives.get('trusted-types')).toEqual(["'none'"]);
  });
});
