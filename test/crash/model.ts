import { randomUUID } from 'node:crypto';
import type { VaultDocument } from '../../src/core/vault/document.ts';
import type { Order } from './orders.ts';

/** What a vault should hold, by id. */
export type Model = ReadonlyMap<string, EntryItem | SiteItem>;

/** An entry: its name and counter, and whether it lies in the trash. */
interface EntryItem {
  what: 'entry';
  name: string;
  counter: number;
  isTrashed: boolean;
}

/** A site of the moving list. */
interface SiteItem {
  what: 'site';
  name: string;
  isMoved: boolean;
}

/** What an order leaves, and the code that it should end in (null: none). */
export function after(model: Model, order: Order): { model: Model; code: string | null } {
  const next = new Map(model);
  const done = { model: next, code: null };
  switch (order.do) {
    case 'add': {
      const { id, counter } = order;
      next.set(id, { what: 'entry', name: `New ${id.slice(0, 4)}`, counter, isTrashed: false });
      return done;
    }
    case 'rename':
    case 'setCounter':
    case 'remove':
    case 'restore': {
      const entry = model.get(order.id);
      if (entry?.what !== 'entry' || entry.isTrashed !== (order.do === 'restore')) {
        return { model, code: 'ENTRY_NOT_FOUND' };
      }
      if (order.do === 'rename') next.set(order.id, { ...entry, name: order.name });
      else if (order.do === 'setCounter') next.set(order.id, { ...entry, counter: order.counter });
      else next.set(order.id, { ...entry, isTrashed: order.do === 'remove' });
      return done;
    }
    case 'purge': {
      const entry = model.get(order.id);
      if (entry?.what === 'entry' && entry.isTrashed) next.delete(order.id);
      return done;
    }
    case 'addSite':
      next.set(order.id, { what: 'site', name: order.name, isMoved: false });
      return done;
    case 'renameSite':
    case 'setMoved':
    case 'removeSite': {
      const site = model.get(order.id);
      if (site?.what !== 'site') return { model, code: 'SITE_NOT_FOUND' };
      if (order.do === 'renameSite') next.set(order.id, { ...site, name: order.name });
      else if (order.do === 'setMoved') next.set(order.id, { ...site, isMoved: order.isMoved });
      else next.delete(order.id);
      return done;
    }
    case 'open':
    case 'rotateKey':
    case 'setUnlockMethods':
    case 'lookAtGeneration':
    case 'lock':
    case 'close':
      return { model, code: null };
  }
}

/** The model that a document stands for. */
export function modelOf({ entries, trash, moving }: VaultDocument): Model {
  const part = (entry: VaultDocument['entries'][number], isTrashed: boolean): [string, EntryItem] => {
    const { parameters, issuer } = entry;
    const isOwn = Buffer.from(parameters.secret).toString() === `secret of ${entry.id}`;
    const counter = parameters.kind === 'hotp' && isOwn ? parameters.counter : -1;
    return [entry.id, { what: 'entry', name: issuer, counter, isTrashed }];
  };
  return new Map<string, EntryItem | SiteItem>([
    ...entries.map((entry) => part(entry, false)),
    ...trash.map((entry) => part(entry, true)),
    ...moving.map(({ id, name, moved }): [string, SiteItem] => {
      return [id, { what: 'site', name, isMoved: moved !== null }];
    }),
  ]);
}

/** Whether two models are the same, whatever the order of their entries. */
export function isSameModel(one: Model, other: Model): boolean {
  const text = (model: Model) => JSON.stringify([...model].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return text(one) === text(other);
}

/** A source of whole numbers from 0 up to, not including, `below`; the same seed, the same numbers (mulberry32). */
export function createRandom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

const PASSPHRASE = 'the passphrase of the model';
const MODES = ['session', 'passphrase', 'both'] as const;

/** Something to do next; mostly with an entry or a site that is there. */
export function anOrder(random: (below: number) => number, model: Model): Order {
  const ids = [...model.keys()];
  const id = ids[random(ids.length)] ?? randomUUID();
  const passphrase = PASSPHRASE;
  switch (random(16)) {
    case 0:
      return { do: 'rotateKey', passphrase };
    case 1:
      return { do: 'setUnlockMethods', passphrase, mode: MODES[random(3)] ?? 'session' };
    case 2:
      return { do: 'lock', passphrase };
    case 3:
      return { do: 'lookAtGeneration', passphrase };
    case 4:
      return { do: 'purge', passphrase, id };
    case 5:
      return { do: 'restore', passphrase, id };
    case 6:
      return { do: 'remove', passphrase, id };
    case 7:
      return { do: 'rename', passphrase, id, name: `Name ${random(1_000)}` };
    case 8:
      return { do: 'setCounter', passphrase, id, counter: random(1_000) };
    case 9:
    case 10:
      return { do: 'addSite', passphrase, id: randomUUID(), name: `Site ${random(1_000)}` };
    case 11:
      return { do: 'renameSite', passphrase, id, name: `Site ${random(1_000)}` };
    case 12:
      return { do: 'setMoved', passphrase, id, isMoved: random(2) === 0 };
    case 13:
      return random(2) === 0 ? { do: 'removeSite', passphrase, id } : { do: 'purge', passphrase, id };
    default:
      return { do: 'add', passphrase, id: randomUUID(), counter: random(1_000) };
  }
}

export { PASSPHRASE };
