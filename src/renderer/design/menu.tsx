import type { ReactNode } from 'react';
import { Keyboard, MenuItem as AriaMenuItem, Popover, type PopoverProps } from 'react-aria-components';

/** The card that a menu appears in, beside what opened it. */
export function MenuCard(props: Omit<PopoverProps, 'className'>) {
  return (
    <Popover
      {...props}
      className="enter-rise min-w-48 rounded-xl border border-line bg-raised p-1 shadow-lift outline-none"
    />
  );
}

interface MenuItemProps {
  icon: ReactNode;
  children: string;
  /** The keyboard shortcut for the same action. */
  keys?: string;
  look?: 'normal' | 'danger';
  onAction: () => void;
}

/** One action of a menu. */
export function MenuItem({ icon, children, keys, look = 'normal', onAction }: MenuItemProps) {
  const isDanger = look === 'danger';
  return (
    <AriaMenuItem
      onAction={onAction}
      textValue={children}
      className={`flex h-9 cursor-default items-center gap-3 rounded-lg px-3 outline-none data-[focused]:bg-tint ${isDanger ? 'text-danger' : ''}`}
    >
      <span aria-hidden className={isDanger ? '' : 'text-soft'}>
        {icon}
      </span>
      {children}
      {keys !== undefined && <Keyboard className="ml-auto pl-4 text-xs text-soft">{keys}</Keyboard>}
    </AriaMenuItem>
  );
}
