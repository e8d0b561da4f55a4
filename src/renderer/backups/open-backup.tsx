import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RestorePreview } from '../../contract/restore.ts';
import { useAct, type Act } from '../connection/use-act.ts';
import { Button } from '../design/button.tsx';
import { Turning } from '../design/turning.tsx';
import { Choice } from '../design/choice.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { PassphraseField } from '../security/passphrase-field.tsx';
import { StopWaiting, usePassphraseWait } from '../security/passphrase-wait.tsx';
import { Panel } from '../preferences/panel.tsx';
import { KitCodeForm } from '../recovery/kit-code-form.tsx';
import { tryKit } from '../recovery/kit-reading.ts';
import { contractCode, errorField, errorWords } from '../words/error-words.ts';
import type { Secret, Source } from './source.ts';
import { Form } from '../design/form.tsx';

interface OpenBackupProps {
  source: Source;
  name: string;
  onOpened: (preview: RestorePreview) => void;
  onBack: () => void;
}

/** Attempts to open the backup with a secret, or with several until one fits. */
type Ask = (
  attempt: (secret: Secret, options?: { signal: AbortSignal }) => Promise<RestorePreview>,
) => Promise<RestorePreview>;

/** Opens a backup: with what the vault knows about its own, otherwise with the person's secret. */
export function OpenBackup({ source, name, onOpened, onBack }: OpenBackupProps) {
  const { t } = useTranslation();
  const open = useAct(
    async (client, ask: Ask) =>
      ask(async (secret, options) => client.backup.preview({ source, secret }, options)),
    onOpened,
  );
  const [asked, setAsked] = useState<'passphrase' | 'recovery' | 'either' | null>(null);
  const { run } = open;
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    run(async (attempt) => attempt({ with: 'here' }));
  });
  if (asked === null && contractCode(open.error) === 'BACKUP_SECRET_NEEDED') {
    const protection = errorField(open.error, 'protection');
    setAsked(protection === 'passphrase' || protection === 'recovery' ? protection : 'either');
  }
  if (asked === null) {
    return (
      <Panel title={t('backups.openTitle')} text={name} onBack={onBack}>
        {open.error === null ? (
          <p role="status" className="after-150 flex items-center gap-3 text-soft">
            <Turning /> {t('backups.opening')}
          </p>
        ) : (
          <ErrorNotice error={open.error} />
        )}
      </Panel>
    );
  }
  return (
    // A separate screen: the previous one's pending heading focus must not take the field's focus.
    <Panel key="ask" title={t('backups.openTitle')} text={t(`backups.ask_${asked}`)} onBack={onBack}>
      <p className="text-hint text-soft wrap-anywhere">{name}</p>
      <SecretForm asked={asked} open={open} />
    </Panel>
  );
}

interface SecretFormProps {
  asked: 'passphrase' | 'recovery' | 'either';
  open: Act<Ask>;
}

function SecretForm({ asked, open }: SecretFormProps) {
  const { t } = useTranslation();
  const [way, setWay] = useState<'passphrase' | 'recovery'>(asked === 'either' ? 'passphrase' : asked);
  const error = contractCode(open.error) === 'BACKUP_SECRET_NEEDED' ? null : open.error;
  return (
    <>
      {asked === 'either' && (
        <Choice
          label={t('backups.opensWith')}
          look="segments"
          value={way}
          onChange={setWay}
          options={[
            { value: 'passphrase', label: t('backups.by_passphrase') },
            { value: 'recovery', label: t('backups.by_recovery') },
          ]}
        />
      )}
      {way === 'passphrase' ? (
        <PassphraseForm open={open} error={error} />
      ) : (
        <KitCodeForm
          label={t('backups.open')}
          act={{
            ...open,
            error,
            run: (reading) =>
              open.run(async (attempt) =>
                tryKit(reading, async (code, options) => attempt({ with: 'recovery', code }, options)),
              ),
          }}
        />
      )}
    </>
  );
}

function PassphraseForm({ open, error }: { open: SecretFormProps['open']; error: unknown }) {
  const { t } = useTranslation();
  const [passphrase, setPassphrase] = useState('');
  const wait = usePassphraseWait(error, passphrase, () => {
    if (passphrase !== '') open.run(async (attempt) => attempt({ with: 'passphrase', passphrase }));
  });
  const code = contractCode(error);
  const isOfPassphrase = code === 'PASSPHRASE_WRONG' || code === 'PASSPHRASE_WAIT';
  const words = isOfPassphrase ? errorWords(error, t) : undefined;
  return (
    <Form className="flex flex-col gap-4" onSend={() => wait.submit()}>
      <PassphraseField
        autoFocus
        label={t('backups.passphrase')}
        value={passphrase}
        onChange={setPassphrase}
        error={wait.text ?? (words && `${words.title}. ${words.text}`)}
      />
      {!isOfPassphrase && <ErrorNotice error={error} />}
      <Button type="submit" look="primary" isPending={open.isPending} isDisabled={passphrase === ''}>
        {wait.label ?? t('backups.open')}
      </Button>
      <StopWaiting wait={wait} />
    </Form>
  );
}
