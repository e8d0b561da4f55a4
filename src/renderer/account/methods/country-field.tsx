import type { CountryCode } from 'libphonenumber-js/min';
import { ChevronsUpDown } from 'lucide-react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Country } from './phone.ts';

interface CountryFieldProps {
  all: readonly Country[];
  value: CountryCode;
  onChange: (value: CountryCode) => void;
}

/** A number's country: typing its name or calling code finds it. */
export function CountryField({ all, value, onChange }: CountryFieldProps) {
  const { t } = useTranslation();
  return (
    <ComboBox
      defaultItems={all}
      value={value}
      onChange={(chosen) => {
        const found = all.find(({ id }) => id === chosen);
        if (found !== undefined) onChange(found.id);
      }}
      className="flex flex-col gap-1.5"
    >
      <Label className="text-[0.8125rem] font-medium">{t('account.methods.country')}</Label>
      <div className="relative flex">
        <Input
          onFocus={(event) => event.target.select()}
          className="selectable h-10 w-full min-w-0 rounded-xl border border-control bg-surface px-3 pr-11 text-sm text-ink data-[focused]:border-accent data-[focused]:outline-2 data-[focused]:-outline-offset-1 data-[focused]:outline-accent"
        />
        <Button
          aria-label={t('account.methods.countryList')}
          className="absolute inset-y-0 right-0.5 my-auto flex size-9 items-center justify-center rounded-lg text-soft"
        >
          <ChevronsUpDown size={16} aria-hidden />
        </Button>
      </div>
      <Popover className="enter-rise w-(--trigger-width) rounded-xl border border-line bg-raised p-1 shadow-lift outline-none">
        <ListBox
          className="max-h-64 scrolls outline-none"
          renderEmptyState={() => <p className="px-3 py-2 text-soft">{t('account.methods.countryNone')}</p>}
        >
          {(country: Country) => (
            <ListBoxItem
              id={country.id}
              textValue={`${country.name} (+${country.callingCode})`}
              className="flex min-h-9 items-center justify-between gap-4 rounded-lg px-3 outline-none data-[focused]:bg-tint"
            >
              <span>{country.name}</span>
              <span className="digits text-soft">+{country.callingCode}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
