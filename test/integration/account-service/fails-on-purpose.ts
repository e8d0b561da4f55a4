import { expect, inject, test } from 'vitest';

test('this fails on purpose', () => {
  expect(inject('postgres')).toBe('no PostgreSQL');
});
