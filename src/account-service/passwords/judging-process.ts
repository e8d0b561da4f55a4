/**
 * A process that judges new passwords. Loading its dictionaries takes most of a second of a core. So, unlike
 * the hashing processes, it does not yield: on a busy machine a first sign-up would wait for seconds.
 */
import { answer, stayWithInstance } from './processes.ts';
import { judgePassword } from './quality.ts';

export interface JudgingJob {
  password: string;
  name: string;
  address: string;
  service: string;
}

stayWithInstance();
process.on(
  'message',
  (jobs: JudgingJob[]) =>
    void answer(jobs, ({ password, name, address, service }) =>
      judgePassword(password, name, address, service),
    ),
);
