import {
  ArrowDown,
  ArrowUp,
  Copy,
  CopyPlus,
  Maximize2,
  Pencil,
  Pin,
  PinOff,
  RotateCw,
  SquareCheck,
  Trash2,
} from 'lucide-react';
import { useRef, useState } from 'react';
import type { MouseEvent, ReactNode } from 'react';
import { Menu } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { EntryView } from '../../contract/entry.ts';
import { useApplication } from '../connection/application.ts';
import { MenuCard, MenuItem } from '../design/menu.tsx';
import { DeleteQuestion } from '../entry/delete-question.tsx';
import { useEntryCall } from '../entry/use-entry-call.ts';
import { useAdvanced } from './code-store.ts';
import { showLarge } from './large-code.tsx';
import { nameOf } from './name.ts';
import { useAdvance } from './next-code.tsx';
import type { MoveTo } from './use-move.ts';

interface CodeMenuProps {
  entries: readonly EntryView[];
  isReadOnly: boolean;
  onCopy: (entry: EntryView, which?: 'current' | 'next') => void;
  onRename: (id: string) => void;
  /** Begins a selection with it, or adds it to one. */
  onSelect: (id: string) => void;
  /** Moves an entry; null where the order is not the person's own. */
  onMove: MoveTo | null;
  /** Returns the focus to the row. */
  onEnd: (id: string) => void;
  children: ReactNode;
}

/**
 * The actions for an entry of the list, opened at the pointer (right click, long press) or at the row (Menu
 * key, Shift+F10). It replaces the browser's context menu, which is about pages.
 */
export function CodeMenu(props: CodeMenuProps) {
  const { entries, isReadOnly, onCopy, onRename, onSelect, onMove, onEnd, children } = props;
  const { t } = useTranslation();
  const anchor = useRef<HTMLSpanElement>(null);
  const [at, setAt] = useState<{ id: string; x: number; y: number } | null>(null);
  const [toDelete, setToDelete] = useState<EntryView | null>(null);
  /** The chosen action moves the focus elsewhere. */
  const goesOn = useRef(false);
  const entry = entries.find(({ id }) => id === at?.id);
  const open = (event: MouseEvent) => {
    const row = event.target instanceof Element ? event.target.closest('[role="row"]') : null;
    const id = entries.find((one) => row?.id === `row-${one.id}`)?.id;
    if (row === null || id === undefined) return;
    event.preventDefault();
    const { nativeEvent } = event;
    // A long press with a finger.
    if (nativeEvent instanceof PointerEvent && nativeEvent.pointerType === 'touch') return onSelect(id);
    const box = row.getBoundingClientRect();
    // The keyboard's event has no position, or one of its own.
    const isPointed = event.button === 2 && event.clientY >= box.top && event.clientY <= box.bottom;
    setAt({
      id,
      x: isPointed ? event.clientX : box.left + 24,
      y: isPointed ? event.clientY : box.bottom - 12,
    });
  };
  const end = () => {
    if (at !== null && !goesOn.current) onEnd(at.id);
    goesOn.current = false;
    setAt(null);
  };
  return (
    // The menu belongs to the rows; each of them takes the focus and the keys.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="contents" onContextMenu={open}>
      {children}
      <span
        ref={anchor}
        aria-hidden
        className="pointer-events-none fixed size-px"
        style={{ left: at?.x ?? 0, top: at?.y ?? 0 }}
      />
      <MenuCard
        {...(entry && { 'aria-label': nameOf(entry, t) })}
        triggerRef={anchor}
        isOpen={entry !== undefined}
        onOpenChange={(isOpen) => !isOpen && end()}
        placement="bottom start"
      >
        {entry !== undefined && (
          <Items
            entry={entry}
            entries={entries}
            onSelect={onSelect}
            onMove={onMove}
            isReadOnly={isReadOnly}
            onCopy={onCopy}
            onRename={(id) => {
              goesOn.current = true;
              onRename(id);
            }}
            onDelete={() => setToDelete(entry)}
            onClose={end}
          />
        )}
      </MenuCard>
      {toDelete !== null && (
        <DeleteQuestion
          entry={toDelete}
          name={nameOf(toDelete, t)}
          isOpen
          onClose={() => setToDelete(null)}
        />
      )}
    </div>
  );
}

interface ItemsProps extends Omit<CodeMenuProps, 'onEnd' | 'children'> {
  entry: EntryView;
  onDelete: () => void;
  onClose: () => void;
}

function Items(props: ItemsProps) {
  const { entry, entries, isReadOnly, onCopy, onRename, onSelect, onMove, onDelete, onClose } = props;
  const { t } = useTranslation();
  const call = useEntryCall();
  const { codes } = useApplication();
  const advanced = useAdvanced(codes, entry.id);
  const { mutate: advance } = useAdvance();
  const isHotp = entry.kind === 'hotp';
  const at = entries.indexOf(entry);
  const canMoveTo = (to: number) => entries[to]?.pinned === entry.pinned;
  return (
    <Menu aria-label={nameOf(entry, t)} autoFocus="first" onClose={onClose} className="outline-none">
      {(!isHotp || advanced !== undefined) && (
        <MenuItem icon={<Copy size={16} />} onAction={() => onCopy(entry)}>
          {t('codes.copyCode')}
        </MenuItem>
      )}
      {isHotp ? (
        !isReadOnly && (
          <MenuItem icon={<RotateCw size={16} />} onAction={() => advance(entry)}>
            {t('codes.nextCode')}
          </MenuItem>
        )
      ) : (
        <MenuItem icon={<CopyPlus size={16} />} onAction={() => onCopy(entry, 'next')}>
          {t('codes.copyNext')}
        </MenuItem>
      )}
      {(!isHotp || advanced !== undefined) && (
        <MenuItem icon={<Maximize2 size={16} />} onAction={() => showLarge(entry.id)}>
          {t('codes.showLarge')}
        </MenuItem>
      )}
      <MenuItem icon={<SquareCheck size={16} />} onAction={() => onSelect(entry.id)}>
        {t('list.select')}
      </MenuItem>
      {onMove !== null && canMoveTo(at - 1) && (
        <MenuItem icon={<ArrowUp size={16} />} keys="Alt ↑" onAction={() => onMove(entry.id, at - 1)}>
          {t('list.moveUp')}
        </MenuItem>
      )}
      {onMove !== null && canMoveTo(at + 1) && (
        <MenuItem icon={<ArrowDown size={16} />} keys="Alt ↓" onAction={() => onMove(entry.id, at + 1)}>
          {t('list.moveDown')}
        </MenuItem>
      )}
      {!isReadOnly && (
        <>
          <MenuItem
            icon={entry.pinned ? <PinOff size={16} /> : <Pin size={16} />}
            onAction={() =>
              void call((client) => client.entries.setPinned({ id: entry.id, pinned: !entry.pinned }))
            }
          >
            {entry.pinned ? t('entry.unpin') : t('entry.pin')}
          </MenuItem>
          <MenuItem icon={<Pencil size={16} />} onAction={() => onRename(entry.id)}>
            {t('edit.title')}
          </MenuItem>
          <MenuItem icon={<Trash2 size={16} />} look="danger" onAction={onDelete}>
            {t('entry.delete')}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}
