import { describe, expect, it } from 'vitest';
import { namesIn } from '../../../src/renderer/moving/names.ts';

describe('the names in a typed or pasted list', () => {
  it('are its lines, without empty ones and the spaces around them', () => {
    expect(namesIn(' GitHub \r\n\n\tMy bank\u2028Mail\n')).toEqual(['GitHub', 'My bank', 'Mail']);
  });

  it('go without what marks a line', () => {
    expect(namesIn('- GitHub\n• Mail\n3. Bank\n12) Shop\n- [ ] Forum\n[x] Club\n☐ Games')).toEqual([
      'GitHub',
      'Mail',
      'Bank',
      'Shop',
      'Forum',
      'Club',
      'Games',
    ]);
  });

  it('keep what only looks like such a mark', () => {
    const names = ['1Password', '9GAG', '163.com', '3.14 Shop', '-', '*.example.org', '1984 Hosting'];
    expect(namesIn(names.join('\n'))).toEqual(names);
  });
});
