import { EventPublisher, implement } from '@orpc/server';
import type { KitSource } from '../../src/contract/recovery.ts';
import { syncContract, type SyncView } from '../../src/contract/sync.ts';
import { readJoinWords, wordsOf } from '../../src/core/sync/words/words.ts';
import { askedWords, kit, memberOf, self, syncOn, syncWaiting, type On } from './made-up-sync.ts';

const os = implement(syncContract);

/** Sync in memory: one more computer asks with `askedWords`. What a call ends in otherwise, a test scripts. */
export function createFakeSync(start: SyncView = { stage: 'off' }) {
  let view = start;
  const news = new EventPublisher<{ view: SyncView }>();
  const script = {
    /** What every search for a QR code of words sees: the text of one, or nothing. */
    sees: null as string | null,
    /** The codes that a computer knew that is taken out. */
    knew: new Array<string>(),
    /** When members were last at the service. */
    seen: new Array<{ id: string; at: number }>(),
  };
  const router = os.router({
    watch: os.watch.handler(async function* ({ signal }) {
      yield view;
      for await (const next of news.subscribe('view', { signal })) yield next;
    }),
    look: os.look.handler(() => {
      if (view.stage === 'on') on({ trouble: null, agreedAt: Date.now() });
    }),
    lastSeen: os.lastSeen.handler(() => script.seen),
    turnOn: os.turnOn.handler(({ errors }) => {
      need('off', errors);
      set(syncOn({ members: [self, kit] }));
    }),
    join: os.join.handler(({ errors }) => {
      need('off', errors);
      set(syncWaiting());
    }),
    cancel: os.cancel.handler(({ errors }) => {
      need('waiting', errors);
      set({ stage: 'off' });
    }),
    joinByKit: os.joinByKit.handler(({ errors }) => {
      need('off', errors);
      set(syncOn());
    }),
    add: os.add.handler(({ input: { words }, errors }) => {
      need('on', errors);
      const typed = textOf(words);
      if (typed === null) throw errors.JOIN_NOT_SEEN();
      const read = readJoinWords(typed);
      if (read.outcome === 'unknown')
        throw errors.JOIN_WORD_UNKNOWN({ data: { place: read.place, meant: read.meant } });
      if (read.outcome === 'count') throw errors.JOIN_WORDS_COUNT({ data: { count: read.count } });
      if (wordsOf(read.words).join(' ') !== askedWords.join(' ')) throw errors.JOIN_NOT_ASKED();
      const member = memberOf('d', {
        name: 'Ada’s new laptop',
        platform: 'darwin',
        addedAt: Date.now(),
        addedBy: self.id,
      });
      on(({ members }) => ({ members: [...members, member] }));
      return member;
    }),
    addKit: os.addKit.handler(({ errors }) => {
      need('on', errors);
      on(({ members }) => ({ members: [...members.filter((one) => one.kind !== 'kit'), kit] }));
    }),
    remove: os.remove.handler(({ input: { id }, errors }) => {
      need('on', errors);
      const member = view.stage === 'on' && view.members.find((one) => one.id === id);
      if (!member) throw errors.MEMBER_NOT_FOUND();
      const { name, kind } = member;
      const list = { member: id, name, entries: script.knew };
      on(({ members, renewals }) => ({
        members: members.filter((one) => one.id !== id),
        renewals: kind === 'kit' || script.knew.length === 0 ? renewals : [...renewals, list],
      }));
    }),
    renewed: os.renewed.handler(({ input: { member, entry }, errors }) => {
      need('on', errors);
      on(({ renewals }) => ({
        renewals: renewals.flatMap((one) => {
          if (one.member !== member) return [one];
          const entries = entry === undefined ? [] : one.entries.filter((id) => id !== entry);
          return entries.length === 0 ? [] : [{ ...one, entries }];
        }),
      }));
    }),
    resolve: os.resolve.handler(({ input: { second }, errors }) => {
      need('on', errors);
      on(({ conflicts }) => ({ conflicts: conflicts.filter((one) => one.second !== second) }));
    }),
    answer: os.answer.handler(({ errors }) => {
      need('on', errors);
      on({ question: null });
    }),
    tryAgain: os.tryAgain.handler(({ errors }) => {
      need('on', errors);
      on({ trouble: null });
    }),
    turnOff: os.turnOff.handler(() => set({ stage: 'off' })),
    turnOffEverywhere: os.turnOffEverywhere.handler(() => set({ stage: 'off' })),
  });
  return Object.assign(script, { set, router });

  function set(next: SyncView): void {
    view = next;
    news.publish('view', view);
  }

  function on(change: Partial<On> | ((present: On) => Partial<On>)): void {
    if (view.stage !== 'on') return;
    set({ ...view, ...(typeof change === 'function' ? change(view) : change) });
  }

  function need(stage: SyncView['stage'], errors: { SYNC_STEP: () => Error }): void {
    if (view.stage !== stage) throw errors.SYNC_STEP();
  }

  function textOf(source: KitSource): string | null {
    return source.from === 'text' ? source.text : script.sees;
  }
}
