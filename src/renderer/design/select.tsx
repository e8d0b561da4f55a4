import { Check, ChevronsUpDown } from 'lucide-react';
import {
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components';

interface SelectProps<T extends string> {
  label: string;
  value: T;
  onChange: (value: T) => void;
  /** `lang`: the language of a label that is not in the window's (ISO 639-1). */
  options: readonly { readonly value: T; readonly label: string; readonly lang?: string }[];
}

/** A choice of one among several options, in a drop-down list. */
export function Select<T extends string>({ label, value, onChange, options }: SelectProps<T>) {
  const chosen = options.find((option) => option.value === value);
  return (
    <AriaSelect
      value={value}
      onChange={(key) => {
        const option = options.find((one) => one.value === key);
        if (option !== undefined) onChange(option.value);
      }}
      className="flex flex-wrap items-center gap-x-4 gap-y-2"
    >
      <Label className="grow-[999] text-hint font-medium">{label}</Label>
      <Button className="flex h-10 max-w-full min-w-44 grow items-center justify-between gap-3 rounded-xl border border-control bg-surface px-3 text-start transition-colors data-[hovered]:border-soft data-[pressed]:bg-sunken">
        <SelectValue className="min-w-0 truncate">
          {() => <span lang={chosen?.lang}>{chosen?.label}</span>}
        </SelectValue>
        <ChevronsUpDown size={16} aria-hidden className="shrink-0 text-soft" />
      </Button>
      <Popover className="enter-rise min-w-44 rounded-xl border border-line bg-raised p-1 shadow-lift outline-none">
        <ListBox items={options} className="outline-none">
          {(option) => (
            <ListBoxItem
              id={option.value}
              textValue={option.label}
              className="group flex min-h-9 items-center justify-between gap-4 rounded-lg px-3 py-1.5 outline-none data-[focused]:bg-tint"
            >
              <span lang={option.lang}>{option.label}</span>
              <Check size={16} aria-hidden className="shrink-0 opacity-0 group-data-[selected]:opacity-100" />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
