import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';

interface ChoiceProps<T extends string> {
  label: string;
  value: T | null;
  onChange: (value: T) => void;
  options: readonly { readonly value: T; readonly label: ReactNode }[];
  /** One below the other, or side by side as one control. */
  look?: 'list' | 'segments';
  isDisabled?: boolean;
}

/** A choice of one among a few options, all visible. */
export function Choice<T extends string>({
  label,
  value,
  onChange,
  options,
  look = 'list',
  isDisabled = false,
}: ChoiceProps<T>) {
  const isList = look === 'list';
  return (
    <RadioGroup
      value={value}
      isDisabled={isDisabled}
      onChange={(chosen) => {
        const option = options.find((one) => one.value === chosen);
        if (option !== undefined) onChange(option.value);
      }}
      className="flex flex-col gap-2"
    >
      <Label className="text-hint font-medium">{label}</Label>
      <div className={isList ? 'flex flex-col gap-1' : 'flex gap-1 rounded-xl bg-sunken p-1'}>
        {options.map((option) =>
          isList ? (
            <Radio
              key={option.value}
              value={option.value}
              className="group flex min-h-8 items-center gap-3 rounded-lg data-[disabled]:text-soft forced-colors:data-[disabled]:text-[GrayText] data-[focus-visible]:outline-none"
            >
              <span className="flex size-5 shrink-0 items-center justify-center rounded-full border-2 border-control bg-surface transition-colors group-data-[disabled]:opacity-50 group-data-[focus-visible]:outline-2 group-data-[focus-visible]:outline-offset-2 group-data-[focus-visible]:outline-accent group-data-[selected]:border-accent">
                <span className="size-2.5 rounded-full group-data-[selected]:bg-accent forced-colors:group-data-[selected]:bg-[Highlight]" />
              </span>
              {option.label}
            </Radio>
          ) : (
            <Radio
              key={option.value}
              value={option.value}
              className="flex min-h-8 flex-1 items-center justify-center rounded-lg px-2 text-center text-hint transition-colors data-[hovered]:bg-hover data-[selected]:bg-raised data-[selected]:font-medium data-[selected]:shadow-xs data-[selected]:ring-1 data-[selected]:ring-line forced-colors:data-[selected]:border-2 forced-colors:data-[selected]:border-[Highlight]"
            >
              {option.label}
            </Radio>
          ),
        )}
      </div>
    </RadioGroup>
  );
}
