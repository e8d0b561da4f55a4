import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { expect, it } from 'vitest';

const log = new URL('../../../src/adapters/log/stderr-log.ts', import.meta.url).href;

it('writes an event before the next line can end the process', () => {
  const program = `
    import { createStderrLog } from ${JSON.stringify(log)};
    createStderrLog().error('start', { error: 'no room', secret: 'JBSWY3DP' });
    process.exit(1);`;
  const { stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
  });
  expect(JSON.parse(stderr)).toMatchObject({ msg: 'start', error: 'no room', secret: '[Redacted]' });
  expect(status).toBe(1);
});
