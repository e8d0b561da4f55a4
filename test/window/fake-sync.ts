import { implement } from '@orpc/server';
import { syncContract } from '../../src/contract/sync.ts';

const os = implement(syncContract);

/** Sync that is off, and stays so. */
export const fakeSync = os.router({
  watch: os.watch.handler(async function* () {
    yield { stage: 'off' };
  }),
  look: os.look.handler(({ errors }) => refused(errors)),
  turnOn: os.turnOn.handler(({ errors }) => refused(errors)),
  join: os.join.handler(({ errors }) => refused(errors)),
  cancel: os.cancel.handler(({ errors }) => refused(errors)),
  joinByKit: os.joinByKit.handler(({ errors }) => refused(errors)),
  add: os.add.handler(({ errors }) => refused(errors)),
  addKit: os.addKit.handler(({ errors }) => refused(errors)),
  remove: os.remove.handler(({ errors }) => refused(errors)),
  renewed: os.renewed.handler(({ errors }) => refused(errors)),
  resolve: os.resolve.handler(({ errors }) => refused(errors)),
  answer: os.answer.handler(({ errors }) => refused(errors)),
  tryAgain: os.tryAgain.handler(({ errors }) => refused(errors)),
  turnOff: os.turnOff.handler(({ errors }) => refused(errors)),
  turnOffEverywhere: os.turnOffEverywhere.handler(({ errors }) => refused(errors)),
});

function refused(errors: { SYNC_STEP: () => Error }): never {
  throw errors.SYNC_STEP();
}
