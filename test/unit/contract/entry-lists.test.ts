import { expect, it } from 'vitest';
import type { EntryView } from '../../../src/contract/entry.ts';
import { inParts, joined, type EntryLists, type EntryListsEvent } from '../../../src/contract/entry-lists.ts';

it.each([
  [0, 0, 1],
  [500, 0, 1],
  [501, 0, 2],
  [499, 2, 2],
  [0, 1_000, 2],
  [1_300, 900, 5],
])('a list of %i and a trash of %i are whole again after %i parts', async (entries, trash, parts) => {
  const lists = listsOf(entries, trash);
  const events = await collected(inParts(stream(lists)));
  expect(events).toHaveLength(parts);
  for (const event of events) expect(event.entries.length + event.trash.length).toBeLessThanOrEqual(500);
  expect(await collected(joined(stream(...events)))).toEqual([lists]);
});

it('lists that follow each other do not mix', async () => {
  const all = [listsOf(1_200, 0), listsOf(3, 700), listsOf(0, 0)];
  expect(await collected(joined(inParts(stream(...all))))).toEqual(all);
});

it('a short list is one event, as it always was', async () => {
  const lists = listsOf(2, 1);
  expect(await collected(inParts(stream(lists)))).toEqual([lists]);
});

function listsOf(entries: number, trash: number): EntryLists {
  return {
    entries: Array.from({ length: entries }, (_, at) => entryOf(`entry ${at}`)),
    trash: Array.from({ length: trash }, (_, at) => ({ ...entryOf(`trash ${at}`), deletedAt: 0 })),
  };
}

function entryOf(issuer: string): EntryView {
  return {
    id: '6c617463-686b-4579-8000-000000000000',
    issuer,
    account: '',
    kind: 'totp',
    algorithm: 'SHA1',
    digits: 6,
    period: 30,
    counter: null,
    tags: [],
    note: '',
    pinned: false,
    addedAt: 0,
    lastUsedAt: null,
    icon: null,
    siteCodes: { left: 0, all: 0 },
    former: 0,
  };
}

async function* stream<T extends EntryListsEvent>(...all: readonly T[]): AsyncGenerator<T> {
  for (const one of all) yield await Promise.resolve(one);
}

async function collected<T>(events: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const event of events) all.push(event);
  return all;
}
