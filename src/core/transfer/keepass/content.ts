import { chacha20 } from '@noble/ciphers/chacha.js';
import { salsa20 } from '@noble/ciphers/salsa.js';
import { SaxesParser } from 'saxes';
import { transferLimits } from '../limits.ts';
import { TransferError } from '../transfer-error.ts';
import type { KdbxContent } from './container.ts';
import type { InnerStream } from './header.ts';
import { sha256, sha512 } from './keys.ts';

/** One entry of a database. */
export interface KeePassEntry {
  /** The names of its groups, the outermost first, without the database's own. */
  readonly groups: readonly string[];
  readonly tags: readonly string[];
  /** Its fields by name, as the file spells them. */
  readonly fields: ReadonlyMap<string, string>;
  /** `history`: a former version of an entry; `recycled`, `template`: it lies in the group for these. */
  readonly place: 'list' | 'history' | 'recycled' | 'template';
}

interface Group {
  readonly parent: Group | null;
  id: string;
  name: string;
}

interface OpenEntry {
  readonly group: Group | null;
  readonly fields: Map<string, string>;
  readonly isHistory: boolean;
  tags: string;
}

/**
 * Reads all entries of a database's XML, former versions too. Entities other than XML's own are not expanded, and
 * depth and size are bounded. A fault in the XML is passed over, since what the key has proven is what was written.
 * @throws TransferError DAMAGED
 */
export function readContent({ xml, inner, headerHash }: KdbxContent): KeePassEntry[] {
  const entries: OpenEntry[] = [];
  const meta = new Map<string, string>();
  const hidden: { readonly bytes: Buffer; readonly show: (text: string) => void }[] = [];
  const path: string[] = [];
  const protections: boolean[] = [];
  const groups: Group[] = [];
  const open: OpenEntry[] = [];
  let key = '';
  let text = '';
  let hasRoot = false;

  const put = (name: string, value: string) => {
    const parent = path.at(-1);
    const entry = open.at(-1);
    const group = groups.at(-1);
    if (parent === 'Meta') meta.set(name, value);
    else if (parent === 'String' && name === 'Key') key = value;
    else if (parent === 'String' && name === 'Value') entry?.fields.set(key, value);
    else if (parent === 'Entry' && name === 'Tags' && entry) entry.tags = value;
    else if (parent === 'Group' && name === 'Name' && group) group.name = value;
    else if (parent === 'Group' && name === 'UUID' && group) group.id = value;
  };

  const parser = new SaxesParser();
  parser.on('error', () => {});
  parser.on('opentag', ({ name, attributes }) => {
    if (path.length > 4 * transferLimits.nesting) throw new TransferError('DAMAGED');
    if (name === 'Group') groups.push({ parent: groups.at(-1) ?? null, id: '', name: '' });
    if (name === 'Entry') {
      const group = groups.at(-1) ?? null;
      const entry: OpenEntry = { group, fields: new Map(), isHistory: open.length > 0, tags: '' };
      entries.push(entry);
      open.push(entry);
    }
    hasRoot ||= name === 'Root';
    path.push(name);
    protections.push(attributes['Protected']?.toLowerCase() === 'true');
    text = '';
  });
  const addText = (more: string) => void (text += more);
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', ({ name }) => {
    path.pop();
    if (protections.pop()) {
      const entry = open.at(-1);
      const field = path.at(-1) === 'String' && name === 'Value' ? key : null;
      const show = (value: string) => field !== null && entry?.fields.set(field, value);
      hidden.push({ bytes: Buffer.from(text, 'base64'), show });
    } else put(name, text);
    if (name === 'Group') groups.pop();
    if (name === 'Entry') open.pop();
    text = '';
  });
  parser.write(xml.toString('utf8')).close();

  if (!hasRoot || path.length > 0) throw new TransferError('DAMAGED');
  const hash = meta.get('HeaderHash') ?? '';
  if (headerHash !== null && hash !== '' && !Buffer.from(hash, 'base64').equals(headerHash)) {
    throw new TransferError('DAMAGED');
  }
  reveal(hidden, inner);
  return entries.map((entry) => finish(entry, meta));
}

function finish(
  { group, fields, tags, isHistory }: OpenEntry,
  meta: ReadonlyMap<string, string>,
): KeePassEntry {
  const chain: Group[] = [];
  for (let one = group; one !== null; one = one.parent) chain.unshift(one);
  const isIn = (name: string) => {
    const id = meta.get(name) ?? '';
    return id !== '' && chain.some((one) => one.id === id);
  };
  const place = isHistory
    ? 'history'
    : isIn('RecycleBinUUID')
      ? 'recycled'
      : isIn('EntryTemplatesGroup')
        ? 'template'
        : 'list';
  return {
    groups: chain.slice(1).map(({ name }) => name),
    tags: tags.split(/[;,]/u).map((tag) => tag.trim()),
    fields,
    place,
  };
}

/** Decrypts the hidden values: one stream runs through all of them, in the order of the file. */
function reveal(
  hidden: readonly { readonly bytes: Buffer; readonly show: (text: string) => void }[],
  { cipher, key }: InnerStream,
): void {
  const all = Buffer.concat(hidden.map(({ bytes }) => bytes));
  const plain = Buffer.from(cipher === 'salsa20' ? withSalsa20(key, all) : withChaCha20(key, all));
  let at = 0;
  for (const { bytes, show } of hidden) {
    show(plain.toString('utf8', at, at + bytes.length));
    at += bytes.length;
  }
  plain.fill(0);
}

function withSalsa20(key: Uint8Array, bytes: Uint8Array): Uint8Array {
  return salsa20(sha256(key), Buffer.from('e830094b97205d2a', 'hex'), bytes);
}

function withChaCha20(key: Uint8Array, bytes: Uint8Array): Uint8Array {
  const hash = sha512(key);
  return chacha20(hash.subarray(0, 32), hash.subarray(32, 44), bytes);
}
