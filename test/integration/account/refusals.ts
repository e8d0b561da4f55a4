/**
 * What every test of refusals stands on: the service with few mails a person and Dutch numbers only, and a new
 * computer for each test, whose log stays empty. Importing it sets that up.
 */
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import {
  createComputer,
  patience,
  startService,
  type Computer,
  type Latchkey,
  type RunningService,
} from './rig.ts';

export let service: RunningService;
export let computer: Computer;
export let latchkey: Latchkey;
beforeAll(async () => {
  service = await startService({
    SMS_COUNTRIES: 'NL',
    METHODS: 'email,totp,sms',
    LIMIT_MAIL_PER_ADDRESS_HOUR: '4',
  });
}, patience);
afterAll(() => service.stop());
beforeEach(async () => {
  computer = await createComputer(service);
  latchkey = await computer.start();
  await latchkey.until(({ server }) => server.status === 'ready');
});
afterEach(async () => {
  expect(computer.log.lines).toEqual([]);
  await computer.stop();
});
