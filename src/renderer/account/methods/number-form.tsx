import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { accountLimits } from '../../../contract/account-service/limits.ts';
import { plainNumber } from '../../../contract/account-service/spelling.ts';
import { Button } from '../../controls/button.tsx';
import { Field } from '../../controls/field.tsx';
import { ErrorNotice } from '../../controls/notice.tsx';
import { Form } from '../shared/form.tsx';
import type { Call } from '../shared/use-call.ts';
import { CountryField } from './country-field.tsx';
import { countries, homeCountry, readNumber } from './phone.ts';

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
