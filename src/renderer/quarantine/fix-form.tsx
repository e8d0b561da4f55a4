import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DuplicateAnswers } from '../../contract/duplicate.ts';
import { textLimits } from '../../contract/limits.ts';
import type { Quarantined } from '../../contract/quarantine.ts';
import type { OtpKind } from '../../contract/vocabulary.ts';
import { useApplication } from '../connection/application.ts';
import { useAct } from '../connection/use-act.ts';
import { Button } from '../design/button.tsx';
import { Field } from '../design/field.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { DuplicateQuestion } from '../entry/duplicate-question.tsx';
import { openQuestion } from '../entry/open-question.ts';
import { amend } from '../navigation/navigator.ts';
import { Panel } from '../preferences/panel.tsx';
import { showUndo } from '../restore/show-undo.ts';
import { contractCode, errorField, errorWords } from '../words/error-words.ts';
import { recordName } from './record-name.ts';
import { AlgorithmChoice, KindChoice } from '../entry/kind-choices.tsx';
import { Form } from '../design/form.tsx';

type NumberField = 'digits' | 'period' | 'counter';

/** Turns an unreadable record into an entry: fills in what could be read, and asks for the rest. */
export function FixForm({ record, onEnd }: { record: Quarantined; onEnd: () => void }) {
  const { t } = useTranslation();
  const { client } = useApplication();
  const [issuer, setIssuer] = useState(record.issuer ?? '');
  const [account, setAccount] = useState(record.account ?? '');
  const [kind, setKind] = useState<OtpKind>(record.kind ?? 'totp');
  const [algorithm, setAlgorithm] = useState(record.algorithm ?? 'SHA1');
  const [numbers, setNumbers] = useState({
    digits: String(record.digits ?? 6),
    period: String(record.period ?? 30),
    counter: String(record.counter ?? 0),
  });
  const [answers, setAnswers] = useState<DuplicateAnswers>({});
  const fix = useAct(
    async () =>
      client.quarantine.fix({
        id: record.id,
        issuer,
        account,
        kind,
        algorithm: kind === 'steam' ? 'SHA1' : algorithm,
        digits: kind === 'steam' ? 5 : wholeNumber(numbers.digits),
        period: kind === 'steam' ? 30 : wholeNumber(numbers.period),
        counter: wholeNumber(numbers.counter),
        ...answers,
      }),
    ({ entryId, undoId }) => {
      amend({ at: 'list', shows: entryId });
      showUndo(client, undoId, t('quarantine.fixed', { name: issuer || account }), t);
      onEnd();
    },
  );
  const code = contractCode(fix.error);
  const wrong = code === 'QUARANTINE_NOT_FIXED' ? errorField(fix.error, 'field') : undefined;
  const isOfNumber = wrong === 'digits' || wrong === 'period' || wrong === 'counter';
  const duplicate = openQuestion(fix.error)?.duplicate;
  const words = fix.error === null ? undefined : errorWords(fix.error, t);
  const number = (name: NumberField) => (
    <Field
      key={name}
      label={t(`quarantine.${name}`)}
      inputMode="numeric"
      value={numbers[name]}
      onChange={(text) => setNumbers({ ...numbers, [name]: text.replaceAll(/\D/g, '') })}
      error={wrong === name ? t(`quarantine.range_${name}`) : undefined}
    />
  );
  return (
    <Panel
      title={t('quarantine.fixTitle', { name: recordName(record, t) })}
      text={t('quarantine.fixText')}
      onBack={onEnd}
    >
      <Form className="flex flex-col gap-4" onSend={() => fix.run()}>
        <Field
          autoFocus
          label={t('entry.issuer')}
          value={issuer}
          onChange={setIssuer}
          limit={textLimits.label}
          error={code === 'LABEL_EMPTY' && words ? `${words.title}. ${words.text}` : undefined}
        />
        <Field label={t('entry.account')} value={account} onChange={setAccount} limit={textLimits.label} />
        <KindChoice value={kind} onChange={setKind} />
        {kind !== 'steam' && <AlgorithmChoice value={algorithm} onChange={setAlgorithm} />}
        {kind !== 'steam' && (
          <div className="grid grid-cols-2 items-start gap-3">
            {number('digits')}
            {number(kind === 'totp' ? 'period' : 'counter')}
          </div>
        )}
        {duplicate && (
          <DuplicateQuestion
            {...answers}
            duplicate={duplicate}
            newcomer={{
              issuer,
              account,
              kind,
              algorithm,
              digits: kind === 'steam' ? 5 : wholeNumber(numbers.digits),
              period: kind === 'totp' ? wholeNumber(numbers.period) : 30,
              counter: kind === 'hotp' ? wholeNumber(numbers.counter) : null,
            }}
            onAnswer={(given) => setAnswers({ ...answers, ...given })}
          />
        )}
        {code !== 'LABEL_EMPTY' && !isOfNumber && !duplicate && <ErrorNotice error={fix.error} />}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onPress={onEnd}>{t('entry.cancel')}</Button>
          <Button type="submit" look="primary" isPending={fix.isPending}>
            {t('quarantine.fixDo')}
          </Button>
        </div>
      </Form>
    </Panel>
  );
}

/** The typed text as a whole number; empty or too large, it becomes -1, which is out of every range. */
function wholeNumber(text: string): number {
  const value = text === '' ? -1 : Number(text);
  return Number.isSafeInteger(value) ? value : -1;
}
