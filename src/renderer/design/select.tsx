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

interface SelectProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  options: readonly { readonly value: string; readonly label: string }[];
}

/** A choice of one among several options, in a drop-down list. */
export function Select({ label, value, onChange, options }: SelectProps) {
  return (
    <AriaSelect
      value={value}
      onChange={(chosen) => typeof chosen === 'string' && onChange(chosen)}
      className="flex items-center justify-between gap-4"
    >
      <Label className="text-[0.8125rem] font-medium">{label}</Label>
      <Button className="flex h-10 min-w-44 items-center justify-between gap-3 rounded-xl border border-control bg-surface px-3 text-left data-[hovered]:bg-ink/4">
        <SelectValue>{({ selectedText }) => selectedText}</SelectValue>
        <ChevronsUpDown size={16} aria-hidden className="text-soft" />
      </Button>
      <Popover className="enter-rise min-w-44 rounded-xl border border-line bg-raised p-1 shadow-lift outline-none">
        <ListBox items={options} className="outline-none">
          {(option) => (
            <ListBoxItem
              id={option.value}
              textValue={option.label}
              className="group flex h-9 items-center justify-between gap-4 rounded-lg px-3 outline-none data-[focused]:bg-tint"
            >
              {option.label}
              <Check size={16} aria-hidden className="opacity-0 group-data-[selected]:opacity-100" />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
