import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OtpAlgorithm, OtpKind } from '../../contract/vocabulary.ts';
import { textLimits } from '../../contract/limits.ts';
import { useApplication } from '../connection/application.ts';
import { Button } from '../design/button.tsx';
import { Field } from '../design/field.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { AlgorithmChoice, KindChoice } from '../entry/kind-choices.tsx';
import { useUnsaved } from '../design/unsaved.tsx';
import { done } from '../navigation/navigator.ts';
import { useAdd, useSite } from './use-add.ts';
import { Fold } from '../design/fold.tsx';
import { Form } from '../design/form.tsx';

const usual = {
  secret: '',
  issuer: '',
  account: '',
  kind: 'totp' as OtpKind,
  algorithm: 'SHA1' as OtpAlgorithm,
  digits: '6',
  period: '30',
  counter: '0',
};

/** The form for a typed key. Keeps it at once if nothing needs a decision; otherwise the preview asks. */
export function TypedForm({ secret }: { secret: string }) {
  const { t } = useTranslation();
  const add = useAdd();
  const { client } = useApplication();
  const site = useSite();
  const [values, setValues] = useState({ ...usual, secret, issuer: site?.name ?? '' });
  const set = (part: Partial<typeof usual>) => setValues({ ...values, ...part });
  const isNamed = values.issuer.trim() !== '' || values.account.trim() !== '';
  useUnsaved(secret !== '');
  const send = useMutation({
    mutationFn: async () => {
      // An address typed or dropped into the key field says more than a key.
      if (/^\s*(?:otpauth|steam)(?::|%3a)/i.test(values.secret)) return add.text(values.secret);
      const { digits, period, counter, ...rest } = values;
      const { preview } = await client.scan.typed({
        ...rest,
        digits: wholeNumber(digits),
        period: wholeNumber(period),
        counter: wholeNumber(counter),
      });
      if (preview.duplicate !== null || preview.askSteam || preview.notes.length > 0) {
        add.show('typed', [preview]);
        return;
      }
      const { previewId, issuer, account } = preview;
      const { entryId } = await client.previews.accept({
        previewId,
        issuer,
        account,
        siteId: site?.id,
      });
      add.added([entryId]);
    },
  });

  return (
    <Form
      className="flex flex-1 flex-col gap-4"
      onSend={() => {
        if (values.secret.trim() !== '' && isNamed && !send.isPending) send.mutate();
      }}
    >
      <Field
        label={t('add.secret')}
        hint={t('add.secretHint')}
        value={values.secret}
        onChange={(secret) => set({ secret })}
        autoFocus
        autoComplete="off"
        autoCorrect="off"
        spellCheck="false"
        limit={textLimits.secret}
        inputClassName="font-mono tracking-wide"
      />
      <Field
        label={t('entry.issuer')}
        value={values.issuer}
        onChange={(issuer) => set({ issuer })}
        autoComplete="off"
        limit={textLimits.label}
      />
      <Field
        label={t('entry.account')}
        value={values.account}
        onChange={(account) => set({ account })}
        autoComplete="off"
        limit={textLimits.label}
      />
      <More values={values} set={set} />
      <ErrorNotice error={send.error} />
      <div className="sticky -bottom-5 -mx-5 mt-auto -mb-5 flex justify-end gap-2 border-t border-line bg-canvas px-5 py-4">
        <Button onPress={() => done()}>{t('add.cancel')}</Button>
        <Button
          type="submit"
          look="primary"
          className="min-w-28"
          isPending={send.isPending}
          isDisabled={values.secret.trim() === '' || !isNamed}
        >
          {t('add.keep')}
        </Button>
      </div>
    </Form>
  );
}

function More({ values, set }: { values: typeof usual; set: (part: Partial<typeof usual>) => void }) {
  const { t } = useTranslation();
  return (
    <Fold title={t('add.more')} level={3}>
      <div className="flex flex-col gap-4">
        <p className="text-hint text-soft">{t('add.moreHint')}</p>
        <KindChoice label={t('add.kind')} value={values.kind} onChange={(kind) => set({ kind })} />
        {values.kind !== 'steam' && (
          <>
            <AlgorithmChoice value={values.algorithm} onChange={(algorithm) => set({ algorithm })} />
            <div className="grid grid-cols-2 gap-3">
              <Field
                label={t('add.digits')}
                inputMode="numeric"
                value={values.digits}
                onChange={(digits) => set({ digits })}
              />
              {values.kind === 'totp' ? (
                <Field
                  label={t('add.period')}
                  inputMode="numeric"
                  value={values.period}
                  onChange={(period) => set({ period })}
                />
              ) : (
                <Field
                  label={t('add.counter')}
                  inputMode="numeric"
                  value={values.counter}
                  onChange={(counter) => set({ counter })}
                />
              )}
            </div>
          </>
        )}
      </div>
    </Fold>
  );
}

/** Anything but a whole number becomes -1: the application then reports which field is out of range. */
function wholeNumber(text: string): number {
  return /^\s*\d{1,15}\s*$/.test(text) ? Number(text) : -1;
}
