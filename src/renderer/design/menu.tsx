import type { ReactNode } from 'react';
import { Check } from 'lucide-react';
import {
  Header,
  Keyboard,
  MenuItem as AriaMenuItem,
  MenuSection,
  Popover,
  type PopoverProps,
} from 'react-aria-components';

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
      {keys !== undefined && <Keyboard className="ms-auto ps-4 text-xs text-soft">{keys}</Keyboard>}
    </AriaMenuItem>
  );
}

interface MenuChoiceProps<T extends string> {
  label: string;
  value: T;
  options: readonly { readonly value: T; readonly label: string }[];
  onChange: (value: T) => void;
}

/** A choice of one among a few, as a part of a menu. */
export function MenuChoice<T extends string>({ label, value, options, onChange }: MenuChoiceProps<T>) {
  return (
    <MenuSection
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const option = options.find((one) => keys !== 'all' && keys.has(one.value));
        if (option !== undefined) onChange(option.value);
      }}
      className="mt-1 border-t border-line pt-1"
    >
      <Header className="px-3 py-1 text-xs text-soft">{label}</Header>
      {options.map((option) => (
        <AriaMenuItem
          key={option.value}
          id={option.value}
          textValue={option.label}
          className="group flex h-9 cursor-default items-center gap-3 rounded-lg px-3 outline-none data-[focused]:bg-tint"
        >
          <Check size={16} aria-hidden className="text-accent opacity-0 group-data-[selected]:opacity-100" />
          {option.label}
        </AriaMenuItem>
      ))}
    </MenuSection>
  );
}
