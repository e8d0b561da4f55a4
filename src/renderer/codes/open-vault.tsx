import { useEffect } from 'react';
import type { EntryLists } from '../../contract/entry-lists.ts';
import type { OpenState } from '../../contract/vault.ts';
import type { ListOrder } from '../../contract/vocabulary.ts';
import { AddFlow } from '../add/add-flow.tsx';
import { useApplication, useLive } from '../connection/application.ts';
import { Opening } from '../trouble/waiting.tsx';
import { useFirstOrder, useOrdered, type Shown } from './arrange.ts';
import { Codes } from './codes.tsx';
import { LargeCode } from './large-code.tsx';
import type { ListState } from './list-state.ts';
import { useFollowedCodes } from './use-followed-codes.ts';
import { clearCopied } from './window-clipboard.ts';

/** The open vault: follows its entries, and its codes while the window is visible. */
export function OpenVault({ vault, list }: { vault: OpenState; list: ListState }) {
  const application = useApplication();
  const heard = useLive(application.entries);
  const order = useLive(application.preferences)?.listOrder ?? 'use';
  const first = useFirstOrder(heard?.entries ?? null, order);

  useFollowedCodes();
  useEffect(() => clearCopied, []);

  if (heard === null || first === null) return <Opening />;
  return (
    <AddFlow entries={heard.entries} isReadOnly={vault.readOnly}>
      <Arranged vault={vault} list={list} heard={heard} order={order} first={first} />
      <LargeCode entries={heard.entries} />
    </AddFlow>
  );
}

interface ArrangedProps {
  vault: OpenState;
  list: ListState;
  heard: EntryLists;
  order: ListOrder;
  first: Shown;
}

/** The codes in the list's order, from the first arrangement on. */
function Arranged({ vault, list, heard, order, first }: ArrangedProps) {
  const ordered = useOrdered(heard.entries, order, first);
  return <Codes vault={vault} list={list} entries={heard.entries} ordered={ordered} trash={heard.trash} />;
}
