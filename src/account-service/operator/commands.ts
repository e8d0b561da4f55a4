import { cutText } from '../../contract/cut-text.ts';
import { maskAddress } from '../account/address.ts';
import { migrate } from '../database/migrate.ts';
import type { Service } from '../service.ts';
import type { CommandLine } from './command-line.ts';
import { doctor } from './doctor.ts';
import { endSessions } from './end-sessions.ts';
import { resetMfa } from './mfa-reset.ts';
import { auditOf, listRequests, showRequest } from './read.ts';
import { resealSecrets } from './reseal.ts';
import { closeRequest } from './support-close.ts';
import { noteCommand, operatorsTrail, readTrail } from './trail.ts';

export interface Outcome {
  answer: unknown;
  isFine: boolean;
}

/**
 * Runs a command. The operators' trail records it before anything is read or changed, and afterwards why it was
 * refused. Without the trail nothing is done. Two commands do not depend on it: `doctor`, which touches no
 * account and must work without the database, and `migrate`, which creates the trail's table.
 *
 * @param operator who runs it
 * @throws when it is refused or fails
 */
export async function runCommand(service: Service, asked: CommandLine, operator: string): Promise<Outcome> {
  if (asked.command === 'doctor') {
    const report = await doctor(service);
    return { answer: report, isFine: report.every(({ ok }) => ok) };
  }
  const { request, account } = asked.values;
  const about = account === undefined ? (request ?? asked.subject) : maskAddress(account);
  const note = { operator, command: asked.command, ...(about !== '' && { about }) };
  if (asked.command === 'migrate') {
    const applied = await migrate(service.databases.pool);
    await noteCommand(service, { ...note, applied: applied.join(', ') });
    return { answer: { applied }, isFine: true };
  }
  await noteCommand(service, note);
  try {
    return { answer: await carryOut(service, asked, operator), isFine: true };
  } catch (error) {
    const refused = error instanceof Error ? cutText(error.message, 200) : 'failed';
    await noteCommand(service, { ...note, refused });
    throw error;
  }
}

function carryOut(service: Service, { command, subject, values }: CommandLine, operator: string) {
  switch (command) {
    case 'support list':
      return listRequests(service);
    case 'support show':
      return showRequest(service, subject, operator);
    case 'support close':
      return closeRequest(service, { ...values, request: subject, operator });
    case 'mfa reset':
      // Not the login's name: whoever removes someone's second factors must give their own.
      return resetMfa(service, values);
    case 'sessions end':
      return endSessions(service, { ...values, operator });
    case 'audit':
      return values.operators === true
        ? readTrail(service, operatorsTrail)
        : auditOf(service, values.account ?? '', operator);
    case 'keys reseal':
      return resealSecrets(service);
    case 'migrate':
    case 'doctor':
    case 'help':
      throw new Error(`"${command}" is carried out elsewhere`);
  }
}
