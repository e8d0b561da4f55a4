import { ORPCError } from '@orpc/client';
import type { Command } from 'commander';
import type { AccountState, AccountView } from '../../contract/account-state.ts';
import { CommandError } from '../command-error.ts';
import { shownIdLength } from '../../contract/search/find-entries.ts';
import type { Client } from '../host.ts';
import { isoOf } from '../json.ts';
import { present } from '../present.ts';
import { printFields } from '../print-fields.ts';
import { withVault } from '../run.ts';
import { streams } from '../streams.ts';
import { timeOf } from '../time-of.ts';
import { words } from '../words/words.ts';

interface DeviceOptions {
  readonly remove?: string;
  readonly removeAll?: true;
  readonly json?: true;
}

/** `latchkey account`: the account at a server, which codes do not need. */
export function addAccount(program: Command): void {
  const account = program.command('account').description(words.account.about).helpCommand(false);
  account
    .command('status')
    .description(words.account.status)
    .option('--json', words.options.json)
    .action(({ json }: { readonly json?: true }, command: Command) =>
      withVault(command, async ({ client }) => {
        const { server, account: state } = await refreshed(client);
        if (json === true) return streams.printJson({ server, account: state });
        printFields({ server: serverWords(server), ...stateFields(state) });
      }),
    );
  account
    .command('sign-in')
    .description(words.account.signIn)
    .option('--email <address>', words.account.email)
    .addHelpText('after', `\n${words.account.signInMore}`)
    .action((options: { readonly email?: string }, command: Command) =>
      withVault(command, async (latchkey) => {
        const view = await refreshed(latchkey.client);
        if (view.server.address === null) throw new CommandError('NO_SERVER', words.errors.noServer);
        if (view.account.stage === 'signedIn') {
          throw new CommandError('SIGNED_IN', words.errors.signedIn(view.account.address));
        }
        // It brings the service's errors with their schemas, which no other command needs.
        const { signIn } = await import('../sign-in.ts');
        await signIn(latchkey, view, options.email);
      }),
    );
  account
    .command('sign-out')
    .description(words.account.signOut)
    .action((_: object, command: Command) =>
      withVault(command, async ({ client }) => {
        const { serverTold } = await client.account.signOut();
        streams.say(serverTold ? words.account.signedOut : words.account.signedOutHere);
      }),
    );
  account
    .command('devices')
    .description(words.account.devices)
    .option('--remove <id>', words.account.remove)
    .option('--remove-all', words.account.removeAll)
    .option('--json', words.options.json)
    .action((options: DeviceOptions, command: Command) =>
      withVault(command, async ({ client }) => {
        if (options.removeAll === true) {
          const { revoked } = await client.account.devices.revokeAll();
          return streams.say(words.account.removed(revoked));
        }
        const { devices } = await client.account.devices.list();
        if (options.remove !== undefined) {
          const { id } = findDevice(devices, options.remove);
          await client.account.devices.revoke({ deviceId: id });
          return streams.say(words.account.removed(1));
        }
        if (options.json === true) return streams.printJson(devices);
        if (devices.length === 0) streams.mention(words.account.noDevices);
        streams.printFields(
          ...devices.map(({ id, name, platform, trustedUntil, current, syncs }) => [
            name,
            platform,
            streams.isForPerson ? timeOf(Date.parse(trustedUntil)) : isoOf(Date.parse(trustedUntil)),
            streams.isForPerson ? id.slice(0, shownIdLength) : id,
            ...(current ? [words.account.current] : []),
            ...(syncs ? [words.account.syncs] : []),
          ]),
        );
      }),
    );
}

/** The account as the server has it now; as this computer knows it if the server does not answer. */
async function refreshed(client: Client): Promise<AccountView> {
  await client.account.refresh().catch((error: unknown) => {
    if (!(error instanceof ORPCError && error.code === 'SERVER_UNREACHABLE')) throw error;
  });
  return present(await client.account.watch());
}

function serverWords({ address, status }: AccountView['server']): string {
  if (address === null || status === 'none') return words.account.noServer;
  return status === 'ready' ? address : `${address}: ${words.serverTroubles[status]}`;
}

function stateFields(state: AccountState): Record<string, string | null> {
  const time = (at: number | null) => (at === null ? null : timeOf(at));
  switch (state.stage) {
    case 'vaultClosed':
      return {};
    case 'signedOut':
      return { account: words.account.nobody, address: state.address, trusted: time(state.trustedUntil) };
    case 'mailOnItsWay':
      return { account: words.account.mailOnItsWay, address: state.address };
    case 'secondFactor':
      return { account: words.account.secondFactor, address: state.address };
    case 'signedIn':
      return {
        account: state.kind === 'full' ? words.account.isSignedIn : words.account.mustEnrol,
        name: state.name,
        address: state.address,
        methods: state.methods
          .map(({ kind, destination }) => words.account.method(kind, destination))
          .join(', '),
        trusted: time(state.trustedUntil),
      };
  }
}

function findDevice<Device extends { id: string }>(devices: readonly Device[], start: string): Device {
  const found = devices.filter(({ id }) => id.startsWith(start.toLowerCase()));
  const [device, ...others] = found;
  if (device === undefined || start === '')
    throw new CommandError('DEVICE_NOT_FOUND', words.errors.noSuchDevice);
  if (others.length > 0) throw new CommandError('DEVICE_NOT_FOUND', words.errors.severalDevices);
  return device;
}
