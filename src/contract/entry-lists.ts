/** The list and the trash on the wire: long ones come in several events, each of which is read in a part of a frame. */
import type { EntryView, TrashView } from './entry.ts';

export interface EntryLists {
  entries: EntryView[];
  trash: TrashView[];
}

/** `isPart`: the next event goes on with the same lists. */
export interface EntryListsEvent extends EntryLists {
  isPart?: true | undefined;
}

/** How many entries an event has at most. */
const entriesPerEvent = 500;

/** The events of `entries.watch`: the lists, cut into parts. */
export async function* inParts(lists: AsyncIterable<EntryLists>): AsyncGenerator<EntryListsEvent> {
  for await (const { entries, trash } of lists) {
    let at = 0;
    for (; at + entriesPerEvent < entries.length + trash.length; at += entriesPerEvent) {
      yield { ...cut(at, at + entriesPerEvent), isPart: true };
    }
    yield cut(at, Infinity);

    function cut(from: number, to: number): EntryLists {
      const after = (index: number) => Math.max(0, index - entries.length);
      return { entries: entries.slice(from, to), trash: trash.slice(after(from), after(to)) };
    }
  }
}

/** The lists as they were before they were cut. */
export async function* joined(events: AsyncIterable<EntryListsEvent>): AsyncGenerator<EntryLists> {
  let lists: EntryLists = { entries: [], trash: [] };
  for await (const { entries, trash, isPart } of events) {
    lists.entries.push(...entries);
    lists.trash.push(...trash);
    if (isPart) continue;
    yield lists;
    lists = { entries: [], trash: [] };
  }
}
