import { ORPCError } from '@orpc/client';
import { Argument, type Command } from 'commander';
import { CommandError } from '../command-error.ts';
import { entryNamed } from '../find-entry.ts';
import { present } from '../present.ts';
import { withVault, type Latchkey } from '../run.ts';
import { withFreshFactor } from '../step-up.ts';
import { streams } from '../streams.ts';
import { addComputer, confirm, withKitCode } from '../sync-asks.ts';
import { joinByWords } from '../sync-join.ts';
import { memberNamed } from '../sync-members.ts';
import {
  memberName,
  printedMemberSeen,
  printedView,
  printMembers,
  printRenewals,
  printStatus,
} from '../sync-print.ts';
import { lookedAt, lookedAtOn, requireOff, requireNoTrouble } from '../sync-state.ts';
import { words } from '../words/words.ts';

interface JsonOption {
  readonly json?: true;
}

/** `latchkey sync`: the same codes on each of a person's computers. */
export function addSync(program: Command): void {
  const sync = program.command('sync').description(words.sync.about).helpCommand(false);
  addLooks(sync);
  addWaysIn(sync);
  addWaysOut(sync);
}

/** What looks at how it stands, and answers what sync asks. */
function addLooks(sync: Command): void {
  sync
    .command('status')
    .description(words.sync.status)
    .option('--json', words.options.json)
    .action(({ json }: JsonOption, command: Command) =>
      withSync(command, async ({ client }) => {
        const view = await lookedAt(client);
        if (json === true) return streams.printJson(printedView(view));
        await printStatus(client, view);
      }),
    );
  sync
    .command('now')
    .description(words.sync.now)
    .option('--again', words.sync.again)
    .action(({ again }: { readonly again?: true }, command: Command) =>
      withSync(command, async ({ client }) => {
        if (again === true) await client.sync.tryAgain();
        const view = await lookedAtOn(client);
        requireNoTrouble(view.trouble);
        await printStatus(client, view);
      }),
    );
  sync
    .command('members')
    .description(words.sync.members)
    .option('--json', words.options.json)
    .action(({ json }: JsonOption, command: Command) =>
      withSync(command, async ({ client }) => {
        const { members, trouble } = await lookedAtOn(client);
        // Whoever was taken out knows no more than before.
        if (trouble !== null) streams.say(words.sync.asLastSeen);
        const seen = trouble === null ? await client.sync.lastSeen() : [];
        if (json === true) return streams.printJson(members.map((one) => printedMemberSeen(one, seen)));
        printMembers(members, seen);
      }),
    );
  sync
    .command('answer')
    .description(words.sync.answer)
    .addArgument(new Argument('<answer>', words.sync.answers).choices(['delete', 'keep']))
    .action((answer: 'delete' | 'keep', _: object, command: Command) =>
      withSync(command, async ({ client }) => {
        const { question } = await lookedAtOn(client);
        if (question === null) return streams.say(words.sync.noQuestion);
        await client.sync.answer({ manifest: question.manifest, answer });
        await printStatus(client, await lookedAt(client));
      }),
    );
}

/** What brings a computer in. */
function addWaysIn(sync: Command): void {
  sync
    .command('on')
    .description(words.sync.on)
    .addHelpText('after', `\n${words.sync.onMore}`)
    .action((_: object, command: Command) =>
      withSync(command, async (latchkey) => {
        const { client } = latchkey;
        requireOff(await lookedAt(client));
        await withKitCode(latchkey, (code) => client.sync.turnOn({ code }));
        streams.say(words.sync.turnedOn);
      }),
    );
  sync
    .command('join')
    .description(words.sync.join)
    .option('--kit', words.sync.byKit)
    .addHelpText('after', `\n${words.sync.joinMore}`)
    .action(({ kit }: { readonly kit?: true }, command: Command) =>
      withSync(command, async (latchkey) => {
        const { client } = latchkey;
        if (kit === true) {
          requireOff(await lookedAt(client));
          await withKitCode(latchkey, (code) => client.sync.joinByKit({ code }));
        } else await joinByWords(latchkey);
        const view = await lookedAtOn(client);
        streams.say(words.sync.isIn);
        await printStatus(client, view);
      }),
    );
  sync
    .command('add')
    .description(words.sync.add)
    .option('--screen', words.sync.screen)
    .option('--kit', words.sync.addKit)
    .addHelpText('after', `\n${words.sync.addMore}`)
    .action((options: AddOptions, command: Command) =>
      withSync(command, async (latchkey) => {
        await lookedAtOn(latchkey.client);
        if (options.kit === true) {
          await withKitCode(latchkey, (code) => latchkey.client.sync.addKit({ code }));
          return streams.say(words.sync.addedKit);
        }
        const added = await addComputer(latchkey, options);
        streams.say(words.sync.added(added.name, added.platform));
      }),
    );
}

interface AddOptions {
  readonly screen?: true;
  readonly kit?: true;
}

/** What takes one out. */
function addWaysOut(sync: Command): void {
  sync
    .command('remove')
    .description(words.sync.remove)
    .argument('<name...>', words.sync.name)
    .addHelpText('after', `\n${words.sync.removeMore}`)
    .action((name: string[], _: object, command: Command) =>
      withSync(command, async (latchkey) => {
        const { client } = latchkey;
        const member = memberNamed((await lookedAtOn(client)).members, name.join(' '));
        const { id } = member;
        // The application refuses to remove itself, and says what to do instead.
        if (!member.isSelf) await confirm(latchkey, words.sync.askRemove(memberName(member)));
        await withFreshFactor(latchkey, () => client.sync.remove({ id }));
        streams.say(words.sync.removed(memberName(member)));
        const view = await lookedAtOn(client);
        const its = view.renewals.filter((one) => one.member === id);
        if (its.length === 0) return;
        streams.say(words.sync.renew);
        await printRenewals(client, its, { named: false });
      }),
    );
  sync
    .command('renewals')
    .description(words.sync.renewals)
    .argument('[query...]', words.query)
    .option('--done', words.sync.done)
    .action((query: string[], { done }: { readonly done?: true }, command: Command) =>
      withSync(command, async ({ client }) => {
        const entry = query.length === 0 ? null : await entryNamed(client, query);
        const { renewals } = await lookedAtOn(client);
        const meant = renewals.flatMap((one) => {
          const entries = one.entries.filter((id) => entry === null || id === entry.id);
          return entries.length === 0 ? [] : [{ ...one, entries }];
        });
        if (done !== true) return printRenewals(client, meant, { named: true });
        for (const { member } of meant)
          await client.sync.renewed({ member, ...(entry !== null && { entry: entry.id }) });
      }),
    );
  sync
    .command('off')
    .description(words.sync.off)
    .option('--everywhere', words.sync.everywhere)
    .action(({ everywhere }: { readonly everywhere?: true }, command: Command) =>
      withSync(command, async (latchkey) => {
        const { client } = latchkey;
        if (everywhere === true) {
          await confirm(latchkey, words.sync.askEverywhere);
          await withFreshFactor(latchkey, () => client.sync.turnOffEverywhere());
          return streams.say(words.sync.offEverywhere);
        }
        const { stage } = await present(await client.sync.watch());
        if (stage === 'off') throw new CommandError('SYNC_NOT_ON', words.sync.notOn.off);
        await client.sync.turnOff();
        streams.say(words.sync.offHere);
      }),
    );
}

/** Runs a command of sync, all of which need somebody who is signed in. @throws CommandError NOT_SIGNED_IN; as `withVault` */
function withSync(command: Command, work: (latchkey: Latchkey) => Promise<void>): Promise<void> {
  return withVault(command, async (latchkey) => {
    try {
      await work(latchkey);
    } catch (error) {
      const isSignedOut =
        error instanceof ORPCError && (error.code === 'OTHER_STEP' || error.code === 'UNAUTHENTICATED');
      throw isSignedOut ? new CommandError('NOT_SIGNED_IN', words.errors.signInFirst) : error;
    }
  });
}
