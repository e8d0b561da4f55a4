/**
 * A process that judges new passwords. Its dictionaries take most of a second of a core to load, so unlike those that
 * hash it does not give way: a first sign-up would wait for seconds on a busy machine.
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
