/** A procedure answers with the errors that the contract declares for it, and with no other. */
import { expect, test } from 'vitest';
import { Failure } from '../../../src/app/failure.ts';
import { startApplication } from '../../rig/application.ts';

/** An application whose screens throw, and what the window hears when it asks for the screen. */
async function answerTo(thrown: Failure) {
  const running = await startApplication({
    screens: {
      capture: async () => 'window',
      take: async () => {
        throw thrown;
      },
    },
  });
  try {
    const steps = await running.client.scan.screen();
    for await (const _ of steps);
    return { error: null, lines: running.ports.log.lines };
  } catch (error) {
    return { error, lines: running.ports.log.lines };
  } finally {
    await running.stop();
  }
}

test('a failure that the procedure declares reaches the window with its code', async () => {
  const { error, lines } = await answerTo(new Failure('VAULT_NOT_OPEN'));
  expect(error).toMatchObject({ code: 'VAULT_NOT_OPEN', defined: true });
  expect(lines).toEqual([]);
});

test('a failure that only other procedures declare is a bug: it is reported and goes no further', async () => {
  const { error, lines } = await answerTo(new Failure('EXPORT_EMPTY'));
  expect(error).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^unexpected .*scan\.screen.*EXPORT_EMPTY/);
});
