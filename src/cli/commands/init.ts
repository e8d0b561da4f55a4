import { Option, type Command } from 'commander';
import type { KitPage } from '../../contract/recovery.ts';
import { ask, isSomebodyHere } from '../ask.ts';
import { CommandError } from '../command-error.ts';
import { closed } from '../open-vault.ts';
import { newPassphrase, untilRight } from '../passphrase.ts';
import { present } from '../present.ts';
import { withHost, type Running } from '../run.ts';
import { streams } from '../streams.ts';
import { timeOf } from '../time-of.ts';
import { words } from '../words/words.ts';

interface Options {
  readonly protection?: 'keychain' | 'passphrase';
  readonly newPassphraseFile?: string;
}

/** `latchkey init`: the first vault. */
export function addInit(program: Command): void {
  program
    .command('init')
    .description(words.init.about)
    .addOption(new Option('--protection <by>', words.init.protection).choices(['keychain', 'passphrase']))
    .option('--new-passphrase-file <file>', words.init.passphraseFile)
    .addHelpText('after', `\n${words.init.more}`)
    .action((options: Options) =>
      withHost(async (running) => {
        await make(running, options);
        if (isSomebodyHere()) await offerKit(running);
      }),
    );
}

async function make({ client, signal }: Running, { protection, newPassphraseFile }: Options): Promise<void> {
  await client.vault.retry();
  const state = await present(await client.vault.watch());
  if (state.state === 'unwritable' || state.state === 'away') throw closed(state);
  if (state.state !== 'absent') throw new CommandError('VAULT_EXISTS', words.errors.vaultExists);
  const { backend, available } = state.keychain;
  const chosen = protection ?? (available ? 'keychain' : 'passphrase');
  if (chosen === 'passphrase' && protection === undefined) streams.say(words.init.noKeychain(backend));
  const isAsked = chosen === 'passphrase' || newPassphraseFile !== undefined;
  const source = { passphraseFile: newPassphraseFile, signal };
  const passphrase = isAsked
    ? await newPassphrase(source, words.askNewPassphrase, words.errors.noNewPassphrase)
    : undefined;
  await client.vault.create(
    chosen === 'passphrase' && passphrase !== undefined
      ? { protection: 'passphrase', passphrase }
      : { protection: 'keychain', passphrase },
  );
  const { vaultPath } = await client.host.info();
  streams.say(
    chosen === 'keychain' ? words.init.byKeychain(vaultPath, backend) : words.init.byPassphrase(vaultPath),
  );
}

/** A vault without a kit is lost together with its keychain or its passphrase. */
async function offerKit({ client, signal }: Running): Promise<void> {
  const asked = { signal, whenNobody: new CommandError('USAGE', words.errors.nobody) };
  streams.say(words.init.kitIs);
  if (!(await ask.yes(words.init.askKit, asked))) return streams.say(words.init.kitLater);
  const page = await client.recovery.make({});
  streams.print(...kitLines(page));
  streams.say(words.init.kitShown);
  await untilRight('KIT_GROUP_WRONG', words.init.kitAgain, async () => {
    const groups: string[] = [];
    for (const group of page.asks) groups.push(await ask.text(words.init.askGroup(group), asked));
    await client.recovery.check({ groups });
  });
  streams.say(words.init.kitChecked);
}

/** The page to write on paper. The groups count from 1, as the check asks for them. */
function kitLines({ groups, madeAt, vaultName, vaultPath }: KitPage): string[] {
  const half = groups.length / 2;
  return [
    words.init.kitTitle(vaultName, timeOf(madeAt)),
    vaultPath,
    '',
    `  ${groups.slice(0, half).join('  ')}`,
    `  ${groups.slice(half).join('  ')}`,
    '',
  ];
}
