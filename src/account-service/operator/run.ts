import { cutText } from '../../contract/cut-text.ts';
import { maskAddress } from '../account/address.ts';
import type { Service } from '../service.ts';
import type { Command, Given, Outcome } from './command.ts';
import { noteCommand } from './trail.ts';

/**
 * Runs a command. The operators' trail records it before anything is read or changed, and afterwards why it was
 * refused. Without the trail nothing is done, except for the commands that do not depend on it.
 *
 * @param operator who runs it
 * @throws when it is refused or fails
 */
export async function runCommand(
  service: Service,
  command: Command,
  given: Given,
  operator: string,
): Promise<Outcome> {
  if (!command.isNoted) return command.run(service, given, operator);
  const about = subjectOf(given);
  const note = { operator, command: command.name, ...(about !== '' && { about }) };
  await noteCommand(service, note);
  try {
    return await command.run(service, given, operator);
  } catch (error) {
    const refused = error instanceof Error ? cutText(error.message, 200) : 'failed';
    await noteCommand(service, { ...note, refused });
    throw error;
  }
}

/** What the trail says a command is about: an account, its address masked, or a request. */
function subjectOf({ account, request, reference }: Given): string {
  return account === undefined ? String(request ?? reference ?? '') : maskAddress(String(account));
}
