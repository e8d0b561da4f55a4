import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryView } from '../../contract/entry.ts';
import type { SettingsInput, SettingsLook } from '../../contract/settings.ts';
import { Digits } from '../codes/digits.tsx';
import { nameOf } from '../codes/name.ts';
import { useApplication } from '../connection/application.ts';
import { useAct } from '../connection/use-act.ts';
import { windowClock } from '../connection/window-clock.ts';
import { Button } from '../design/button.tsx';
import { Field } from '../design/field.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { Unsaved, useLeave, useUnsaved } from '../design/unsaved.tsx';
import { useEscape } from '../design/use-escape.ts';
import { showUndo } from '../restore/show-undo.ts';
import { contractCode, errorField } from '../words/error-words.ts';
import { AlgorithmChoice, KindChoice } from './kind-choices.tsx';
import { Form } from '../design/form.tsx';

type NumberField = 'digits' | 'period' | 'counter';

interface SettingsFormProps {
  entry: EntryView;
  onClose: () => void;
}

/**
 * How an entry's codes are generated: shows the code before saving, and Undo after. Esc discards the changes, and asks
 * first if there are any.
 */
export function SettingsForm(props: SettingsFormProps) {
  return (
    <Unsaved>
      <Settings {...props} />
    </Unsaved>
  );
}

function Settings({ entry, onClose }: SettingsFormProps) {
  const { t } = useTranslation();
  const { client } = useApplication();
  const [kind, setKind] = useState(entry.kind);
  const [algorithm, setAlgorithm] = useState(entry.algorithm);
  const [numbers, setNumbers] = useState({
    digits: entry.kind === 'steam' ? '6' : String(entry.digits),
    period: String(entry.period || 30),
    counter: String(entry.counter ?? 0),
  });
  const settings: SettingsInput = {
    id: entry.id,
    kind,
    algorithm,
    digits: wholeNumber(numbers.digits),
    period: wholeNumber(numbers.period),
    counter: wholeNumber(numbers.counter),
  };
  const look = useLook(settings);
  const save = useAct(
    async () => client.entries.setSettings(settings),
    ({ undoId }) => {
      onClose();
      showUndo(client, undoId, t('entry.settingsSaved', { name: nameOf(entry, t) }), t);
    },
  );
  const wrong = look.wrong;
  useUnsaved(kind !== entry.kind || algorithm !== entry.algorithm);
  const leave = useLeave();
  const onKeyDown = useEscape(() => leave(onClose));
  const number = (name: NumberField, label: string) => (
    <Field
      key={name}
      label={label}
      inputMode="numeric"
      value={numbers[name]}
      onKeyDown={onKeyDown}
      onChange={(text) => setNumbers({ ...numbers, [name]: text.replaceAll(/\D/g, '').slice(0, 16) })}
      error={wrong?.field === name ? t('entry.settingsRange', wrong) : undefined}
    />
  );
  return (
    <Form
      className="flex flex-col gap-4 rounded-2xl border border-line bg-surface p-4"
      onSend={() => {
        if (wrong === null && !save.isPending) save.run();
      }}
    >
      <p className="text-hint text-pretty text-soft">{t('entry.settingsHint')}</p>
      <KindChoice value={kind} onChange={setKind} />
      {kind !== 'steam' && (
        <>
          <AlgorithmChoice value={algorithm} onChange={setAlgorithm} />
          <div className="grid grid-cols-2 items-start gap-3 tiny:grid-cols-1">
            {number('digits', t('entry.digits'))}
            {kind === 'totp'
              ? number('period', t('entry.settingsPeriod'))
              : number('counter', t('entry.counter'))}
          </div>
        </>
      )}
      <div className="flex min-h-11 flex-wrap items-center gap-x-3 rounded-xl bg-ink/5 px-3.5 py-2">
        <span className="text-soft">
          {kind === 'hotp' ? t('entry.settingsLookCounter') : t('entry.settingsLook')}
        </span>
        {look.code !== null && <Digits code={look.code} className="selectable flex-wrap text-lg" />}
      </div>
      <ErrorNotice error={save.error} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button size="small" onPress={onClose}>
          {t('entry.cancel')}
        </Button>
        <Button
          size="small"
          type="submit"
          look="primary"
          isDisabled={wrong !== null}
          isPending={save.isPending}
        >
          {t('entry.save')}
        </Button>
      </div>
    </Form>
  );
}

interface Look {
  readonly code: string | null;
  /** The number that is out of range. */
  readonly wrong: { field: NumberField; minimum: number; maximum: number } | null;
}

/** The code that the settings would generate, kept up to date; or what is wrong with the settings. */
function useLook(settings: SettingsInput): Look {
  const { client } = useApplication();
  const [look, setLook] = useState<Look>({ code: null, wrong: null });
  const { id, kind, algorithm, digits, period, counter } = settings;
  useEffect(() => {
    let stopClock = () => {};
    const stop = new AbortController();
    const ask = async () => {
      stopClock();
      try {
        const seen: SettingsLook = await client.entries.look(
          { id, kind, algorithm, digits, period, counter },
          { signal: stop.signal },
        );
        if (stop.signal.aborted) return;
        setLook({ code: seen.code, wrong: null });
        if (seen.remainingMs !== null) stopClock = windowClock.after(seen.remainingMs, () => void ask());
      } catch (error) {
        if (!stop.signal.aborted) setLook({ code: null, wrong: wrongOf(error) });
      }
    };
    void ask();
    const stopJumps = windowClock.onJump(() => void ask());
    return () => {
      stop.abort();
      stopClock();
      stopJumps();
    };
  }, [client, id, kind, algorithm, digits, period, counter]);
  return look;
}

function wrongOf(error: unknown): Look['wrong'] {
  if (contractCode(error) !== 'SETTINGS_INVALID') return null;
  const [field, minimum, maximum] = ['field', 'minimum', 'maximum'].map((name) => errorField(error, name));
  if (field !== 'digits' && field !== 'period' && field !== 'counter') return null;
  return typeof minimum === 'number' && typeof maximum === 'number' ? { field, minimum, maximum } : null;
}

/** The typed text as a whole number; empty or too large, it becomes -1, which is out of every range. */
function wholeNumber(text: string): number {
  const value = text === '' ? -1 : Number(text);
  return Number.isSafeInteger(value) && value < Number.MAX_SAFE_INTEGER ? value : -1;
}
