/** A protective rule of sync, and the code that takes it out. */
interface Mutant {
  readonly rule: string;
  /** In `src/core/sync`. */
  readonly file: string;
  /** Stands in the file once. */
  readonly code: string;
  readonly without: string;
}

/** One for each rule that a computer is protected by. */
export const mutants: readonly Mutant[] = [
  {
    rule: 'an entry of the log is signed by its author',
    file: 'protocol/log.ts',
    code: 'if (!isSigned(entry.signed, entry.signature, author.signing))',
    without: 'if (author === undefined)',
  },
  {
    rule: 'an entry follows the one before',
    file: 'protocol/log.ts',
    code: 'entry.number === log.entries.length && entry.previous === headOf(log)',
    without: 'entry.number === log.entries.length',
  },
  {
    rule: 'the author of an entry is in',
    file: 'protocol/log.ts',
    code: 'if (found === undefined || found.removed !== null) throw',
    without: 'if (found === undefined) throw',
  },
  {
    rule: 'who was in never comes in again',
    file: 'protocol/log.ts',
    code: 'if (members.has(fingerprint)) throw',
    without: 'if (members.get(fingerprint)?.removed === null) throw',
  },
  {
    rule: 'nobody takes itself out',
    file: 'protocol/log.ts',
    code: 'if (fingerprint === entry.author) throw',
    without: 'if (fingerprint === "") throw',
  },
  {
    rule: 'a kit only adds computers',
    file: 'protocol/log.ts',
    code: "if (found.member.kind === 'kit') throw",
    without: 'if (found.member.name === undefined) throw',
  },
  {
    rule: 'an anchor never goes back',
    file: 'protocol/log.ts',
    code: 'if (isBehind || isOther) throw',
    without: 'if (isBehind && isOther) throw',
  },
  {
    rule: 'an add by a computer has a welcome, one by a kit has none',
    file: 'protocol/log.ts',
    code: "if (isWelcomed === (found.member.kind === 'kit')) throw",
    without: 'if (isWelcomed === null) throw',
  },
  {
    rule: 'at most 16 computers and two kits are in',
    file: 'protocol/log.ts',
    code: 'if (present.length >= most) throw',
    without: 'if (present.length < 0) throw',
  },
  {
    rule: 'a kit signs its entry',
    file: 'protocol/log-entry.ts',
    code: 'if (!isSigned(covered, reader.fixed(SIGNATURE_BYTES), member.signing))',
    without: 'if (reader.fixed(SIGNATURE_BYTES).length === 0)',
  },
  {
    rule: 'who asks to join signs with its key',
    file: 'protocol/join.ts',
    code: 'if (isSigned(body, signature, member.signing)) return member;',
    without: 'if (signature.length > 0) return member;',
  },
  {
    rule: 'a request is of the words that were typed',
    file: 'client/members.ts',
    code: 'if (!isOfWords(request, key)) throw',
    without: 'if (request === undefined) throw',
  },
  {
    rule: 'the log proves that who saw the words let this computer in',
    file: 'client/members.ts',
    code: "entry.action.kind === 'add' && isSameTag(entry.action.welcome, welcomeTag(entry.covered, proof.key))",
    without: "entry.action.kind === 'add'",
  },
  {
    rule: 'a kit that was taken out lets nobody in',
    file: 'client/members.ts',
    code: 'if (log.members.get(fingerprint)?.removed === null) return { fingerprint };',
    without: 'if (log.members.has(fingerprint)) return { fingerprint };',
  },
  {
    rule: 'a removed member gets no key of the next epoch',
    file: 'client/members.ts',
    code: 'if (fingerprint === member) continue;',
    without: 'if (fingerprint === "") continue;',
  },
  {
    rule: 'a key is the one that the log speaks of',
    file: 'protocol/epoch.ts',
    code: 'key?.length === KEY_BYTES && commitmentOf(key, account, epoch.number) === epoch.commitment',
    without: 'key?.length === KEY_BYTES',
  },
  {
    rule: 'an item is opened only if its writer signed it',
    file: 'client/apply.ts',
    code: 'if (!isItemSigned(item, writer.member.signing)) return null;',
    without: '',
  },
  {
    rule: 'a manifest follows the one before',
    file: 'protocol/manifest.ts',
    code: 'manifest.sequence === position.sequence + 1 && manifest.previous === position.hash',
    without: 'manifest.sequence === position.sequence + 1',
  },
  {
    rule: 'a manifest is signed by its writer',
    file: 'protocol/manifest.ts',
    code: 'if (isSigned(manifest.signed, manifest.signature, writer.member.signing)) return;',
    without: 'if (writer !== undefined) return;',
  },
  {
    rule: 'the writer of a manifest was in',
    file: 'protocol/manifest.ts',
    code: "writer === undefined || writer.member.kind !== 'device' || writer.number > known.number",
    without: 'writer === undefined',
  },
  {
    rule: 'a manifest ignores no removal of its writer',
    file: 'protocol/manifest.ts',
    code: 'ignored !== undefined || (writer.removed !== null && writer.removed.last.sequence < sequence)',
    without: 'false',
  },
  {
    rule: 'a manifest speaks of the log that is known',
    file: 'protocol/manifest.ts',
    code: 'if (head !== known.head) throw',
    without: 'if (head === "") throw',
  },
  {
    rule: 'the log never gets shorter',
    file: 'client/gather.ts',
    code: 'if (head.number + 1 < length)',
    without: 'if (head.number + 1 < 0)',
  },
  {
    rule: 'a log of the same length is the same',
    file: 'client/gather.ts',
    code: 'if (head.number + 1 === length && head.hash !== headOf(state.log))',
    without: 'if (head.number + 1 === -1)',
  },
  {
    rule: 'pages end',
    file: 'client/gather.ts',
    code: 'next !== null && next.items <= asked.items && next.manifests <= asked.manifests',
    without: 'next !== null && next.items < 0',
  },
  {
    rule: 'the newest manifest never goes back',
    file: 'client/verify.ts',
    code: 'if (sequence < position.sequence) {',
    without: 'if (sequence < 0) {',
  },
  {
    rule: 'no manifest is kept back',
    file: 'client/verify.ts',
    code: "if (sequence > position.sequence) throw new SyncError('WITHHELD', `manifests before ${sequence}`);",
    without: '',
  },
  {
    rule: 'the newest manifest is the one where the chain ends',
    file: 'client/verify.ts',
    code: "if (newest.hash !== position.hash) throw new SyncError('FORKED', `another manifest ${sequence}`);",
    without: '',
  },
  {
    rule: 'a manifest knows no less of the log than the one before',
    file: 'client/verify.ts',
    code: 'if (known.number < position.logNumber)',
    without: 'if (known.number < 0)',
  },
  {
    rule: 'the manifests that the log speaks of are there',
    file: 'client/verify.ts',
    code: 'checkAnchors(log, [state.position, ...manifests]);',
    without: '',
  },
  {
    rule: 'all keys are there',
    file: 'client/verify.ts',
    code: `  if (known.size !== log.epochs.length) {
    throw`,
    without: `  if (known.size === -1) {
    throw`,
  },
  {
    rule: 'the items are those that the newest manifest vouches for',
    file: 'client/verify.ts',
    code: 'if (newest !== null && hash.root !== newest.root)',
    without: 'if (newest !== null && hash.root === "")',
  },
  {
    rule: 'no item goes back',
    file: 'client/verify.ts',
    code: 'if (known !== undefined && item.revision <= known.revision)',
    without: 'if (known !== undefined && item.revision <= 0)',
  },
  {
    rule: 'an item follows the revision before',
    file: 'client/verify.ts',
    code: 'item.revision === (known?.revision ?? 0) + 1 && known !== undefined && item.previous !== known.hash',
    without: 'item.revision === -1',
  },
  {
    rule: 'an item is of no older epoch than it may be',
    file: 'client/verify.ts',
    code: 'if (item.epoch < oldest || item.epoch > log.epochs.length)',
    without: 'if (item.epoch < 0)',
  },
  {
    rule: 'who was taken out applies nothing more',
    file: 'client/verify.ts',
    code: 'if (log.members.get(state.self)?.removed !== null) return { log, news: null };',
    without: '',
  },
  {
    rule: 'no second push is made before the fate of one is known',
    file: 'client/push.ts',
    code: 'if (items === null || push !== null || proposal !== null || trouble !== null) return state;',
    without: 'if (items === null || trouble !== null) return state;',
  },
  {
    rule: 'what cannot be read here is not written over',
    file: 'client/push.ts',
    code: 'if (known?.record === null) continue;',
    without: '',
  },
  {
    rule: 'what is sealed in an older epoch is sealed anew',
    file: 'client/push.ts',
    code: 'if (record !== null && its < epoch && !state.pending.has(id)) yield [id, record];',
    without: '',
  },
  {
    rule: 'many deletions are asked about',
    file: 'client/apply.ts',
    code: 'if (isAsked && base.decision?.manifest !== news.position.hash) {',
    without: 'if (isAsked && base.account === "") {',
  },
  {
    rule: 'a change is merged, and nothing is applied over it',
    file: 'client/apply.ts',
    code: 'if (mine === null) this.#put(id, record.body, local);',
    without: 'if (mine !== undefined) this.#put(id, record.body, local);',
  },
  {
    rule: 'what the vault lost without deleting it comes back',
    file: 'client/pending.ts',
    code: 'if (isLost) lost.set(id, record.body);',
    without: '',
  },
  {
    rule: 'an entry that is not in the vault is no deletion',
    file: 'client/pending.ts',
    code: "(known === undefined && local.body.kind === 'gone')",
    without: '(local.body.kind === "entry" && known === undefined && local.revision < 0)',
  },
  {
    rule: 'an older file that was put back is no change',
    file: 'client/pending.ts',
    code: "return local.revision < furthest(known, pending) ? 'rolled back' : 'changed';",
    without: "return 'changed';",
  },
  {
    rule: 'two secrets are never merged',
    file: 'content/merge-entry.ts',
    code: 'if (!isTheirs && !(base !== null && sameCode(base, theirs))) return null;',
    without: '',
  },
  {
    rule: 'a counter never goes back',
    file: 'content/merge-entry.ts',
    code: 'return { ...chosen.parameters, counter: Math.max(...counters) };',
    without: 'return { ...chosen.parameters, counter: Math.min(...counters) };',
  },
  {
    rule: 'changed wins against deleted',
    file: 'content/merge.ts',
    code: "alive.kind === 'entry' && isEdited(base, alive) ?",
    without: "alive.kind !== 'entry' && isEdited(base, alive) ?",
  },
  {
    rule: 'what a merge displaced is kept',
    file: 'content/merge-entry.ts',
    code: 'if (kept.has(field) && isSaid) displaced.push({ field, value: loses, lamport: earlierLamport });',
    without: '',
  },
];

/** The source of a file with a rule taken out; as it is if the rule stands elsewhere. @throws if the code is not there once */
export function mutated(path: string, source: string, rule: string): string {
  const mutant = mutants.find((one) => one.rule === rule);
  if (mutant === undefined || !path.endsWith(`/src/core/sync/${mutant.file}`)) return source;
  const parts = source.split(mutant.code);
  if (parts.length !== 2) throw new Error(`the code of “${rule}” is there ${parts.length - 1} times`);
  return parts.join(mutant.without);
}
