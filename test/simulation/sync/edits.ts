import { newEntry, outOfTrash, toTrash, type Entry } from '../../../src/core/entry/entry.ts';
import { withFormer } from '../../../src/core/entry/former.ts';
import { withOrder, withoutOrder } from '../../../src/core/entry/order.ts';
import type { OtpParameters } from '../../../src/core/otp/parameters.ts';
import type { Displaced } from '../../../src/core/sync/content/record.ts';
import type { VaultDocument } from '../../../src/core/vault/document.ts';
import type { Chance } from './chance.ts';
import { tokensIn, type Model } from './model.ts';

/** Who edits, and what can be known of it. */
export interface Editor {
  readonly name: string;
  readonly chance: Chance;
  readonly model: Model;
  readonly now: number;
  displacedOf(id: string): readonly Displaced[];
}

const twins = 3;
/** So that no secret leaves an entry's list of former ones. */
const replacements = 3;

/** What a person does to a vault: one edit, drawn by lot. */
export function edit(document: VaultDocument, editor: Editor): VaultDocument {
  const { chance } = editor;
  const { entries, trash } = document;
  if (entries.length < 2 || (chance.happens(0.15) && entries.length < 30)) return add(document, editor);
  const at = chance.below(entries.length);
  const entry = entries[at];
  if (entry === undefined) return document;
  const isTwin = entry.issuer.startsWith('Twin');
  const put = (changed: Entry) => ({ ...document, entries: entries.with(at, changed) });
  switch (chance.below(isTwin ? 6 : 12)) {
    case 0:
      return put({ ...entry, note: write(entry, entry.note, editor) });
    case 1:
      return put({ ...entry, tags: tagged(entry.tags, chance) });
    case 2:
      return put({ ...entry, pinned: !entry.pinned });
    case 3:
    case 4:
      return put(use(entry, editor));
    case 5: {
      const rest = entries.toSpliced(at, 1);
      return {
        ...document,
        entries: withOrder(rest.toSpliced(chance.below(rest.length + 1), 0, withoutOrder(entry))),
      };
    }
    case 6:
    case 7:
      return put({ ...entry, issuer: write(entry, entry.issuer, editor) });
    case 8:
      return put(replace(entry, editor));
    case 9:
      return {
        ...document,
        entries: entries.toSpliced(at, 1),
        trash: [...trash, toTrash(entry, editor.now)],
      };
    case 10: {
      const [first, ...rest] = trash;
      if (first === undefined) return document;
      for (const token of tokensIn(first, editor.displacedOf(first.id))) editor.model.ended(token);
      return { ...document, trash: rest };
    }
    default: {
      const [first, ...rest] = trash;
      if (first === undefined) return document;
      return { ...document, entries: withOrder([...entries, withoutOrder(outOfTrash(first))]), trash: rest };
    }
  }
}

function add(document: VaultDocument, { name, chance, model, now }: Editor): VaultDocument {
  const id = chance.uuid();
  const twin = chance.below(twins);
  const isTwin = chance.happens(0.3);
  if (isTwin && document.entries.some(({ issuer }) => issuer === `Twin ${twin}`)) return document;
  const issuer = isTwin ? `Twin ${twin}` : `issuer ${id}`;
  const parameters: OtpParameters = isTwin
    ? { kind: 'totp', algorithm: 'SHA1', digits: 6, period: 30, secret: new Uint8Array(10).fill(twin + 1) }
    : codes(chance);
  if (!isTwin) model.wrote(issuer, id, name);
  if (isTwin) model.gaveCode(id, '', parameters);
  else model.gaveCode(id, name, parameters);
  if (isTwin) model.ended(`secret ${Buffer.from(parameters.secret).toString('hex')}`);
  const entry = newEntry({ id, issuer, account: 'a', parameters }, now);
  return { ...document, entries: withOrder([...document.entries, entry]) };
}

function codes(chance: Chance): OtpParameters {
  const secret = chance.bytes(10);
  return chance.happens(0.3)
    ? { kind: 'hotp', algorithm: 'SHA1', digits: 6, counter: 0, secret }
    : { kind: 'totp', algorithm: 'SHA1', digits: chance.pick([6, 8]), period: 30, secret };
}

function write(entry: Entry, before: string, { name, chance, model }: Editor): string {
  const text = `text ${chance.uuid()}`;
  model.ended(before);
  model.wrote(text, entry.id, name);
  return text;
}

function tagged(tags: readonly string[], chance: Chance): string[] {
  const tag = chance.pick(['work', 'home', 'bank', 'old']);
  return tags.includes(tag) ? tags.filter((one) => one !== tag) : [...tags, tag];
}

function use(entry: Entry, { name, model, now }: Editor): Entry {
  const { parameters } = entry;
  const used = { ...entry, uses: entry.uses + 1, lastUsedAt: now };
  if (parameters.kind !== 'hotp') return used;
  const further = { ...parameters, counter: parameters.counter + 1 };
  model.used(name, further);
  return { ...used, parameters: further };
}

function replace(entry: Entry, { name, chance, model, now }: Editor): Entry {
  const times = model.replaced.get(entry.id) ?? 0;
  if (times >= replacements || entry.former.length >= replacements) return entry;
  model.replaced.set(entry.id, times + 1);
  const parameters = codes(chance);
  model.gaveCode(entry.id, name, parameters);
  return { ...entry, parameters, former: withFormer(entry.former, entry.parameters, now) };
}
