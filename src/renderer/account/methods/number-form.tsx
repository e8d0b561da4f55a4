import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CountryCode } from 'libphonenumber-js/min';
import { ChevronsUpDown } from 'lucide-react';
import {
  Button as AriaButton,
  ComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
} from 'react-aria-components';
import { accountLimits } from '../../../contract/account-service/limits.ts';
import { plainNumber } from '../../../contract/account-service/spelling.ts';
import { Button } from '../../design/button.tsx';
import { Field } from '../../design/field.tsx';
import { ErrorNotice } from '../../design/error-notice.tsx';
import { Form } from '../../design/form.tsx';
import type { Call } from '../shared/use-call.ts';
import { countries, homeCountry, readNumber, type Country } from './phone.ts';

/** Country and number; shows the full number before sending it. */
export default function NumberForm({ begin }: { begin: Call<string> }) {
  const { t, i18n } = useTranslation();
  // oxlint-disable-next-line react/exhaustive-deps -- the names are in the window's language
  const all = useMemo(() => countries(), [i18n.language]);
  const [country, setCountry] = useState(() => homeCountry(all));
  const [text, setText] = useState('');
  const [isTried, setTried] = useState(false);
  const number = readNumber(text, country);
  const chosen = all.find(({ id }) => id === country);
  return (
    <Form
      className="flex flex-col gap-4"
      onSend={() => {
        setTried(true);
        if (number !== null) begin.run(number.e164);
      }}
    >
      <CountryField all={all} value={country} onChange={setCountry} />
      <Field
        label={t('account.methods.number')}
        hint={
          number === null
            ? t('account.methods.numberHint')
            : t('account.methods.numberReads', { number: number.shown })
        }
        error={
          isTried && number === null
            ? t('account.methods.numberNotYet', { country: chosen?.name ?? country })
            : undefined
        }
        value={text}
        onChange={(next) => {
          setText(next);
          const typed = plainNumber(next).trim().startsWith('+')
            ? readNumber(next, country)?.country
            : undefined;
          if (typed !== undefined) setCountry(typed);
        }}
        autoFocus
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        limit={accountLimits.address}
        inputClassName="digits"
      />
      <ErrorNotice error={begin.error} />
      <Button type="submit" look="primary" className="w-full" isPending={begin.isPending}>
        {t('account.methods.send')}
      </Button>
    </Form>
  );
}

interface CountryFieldProps {
  all: readonly Country[];
  value: CountryCode;
  onChange: (value: CountryCode) => void;
}

/** A number's country: typing its name or calling code finds it. */
function CountryField({ all, value, onChange }: CountryFieldProps) {
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
      <Label className="text-hint font-medium">{t('account.methods.country')}</Label>
      <div className="relative flex">
        <Input
          onFocus={(event) => event.target.select()}
          className="selectable h-10 w-full min-w-0 rounded-xl border border-control bg-surface px-3 pe-11 text-sm text-ink data-[focused]:border-accent data-[focused]:outline-2 data-[focused]:-outline-offset-1 data-[focused]:outline-accent"
        />
        <AriaButton
          aria-label={t('account.methods.countryList')}
          className="absolute inset-y-0 end-0.5 my-auto flex size-9 items-center justify-center rounded-lg text-soft"
        >
          <ChevronsUpDown size={16} aria-hidden />
        </AriaButton>
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
