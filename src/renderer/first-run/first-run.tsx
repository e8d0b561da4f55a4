import { Archive, FolderInput, KeyRound, LifeBuoy, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '@tanstack/react-query';
import type { KeychainStatus } from '../../contract/vault.ts';
import { Button } from '../design/button.tsx';
import { Check } from '../design/check.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { LookAgain } from '../trouble/look-again.tsx';
import { Page } from '../design/page.tsx';
import { useCreate, useNext } from './use-create.ts';
import { useApplication } from '../connection/application.ts';
import { Way, Ways } from '../trouble/way.tsx';
import { NewPassphraseFields } from '../new-secret/new-passphrase-fields.tsx';
import { isOfNewPassphrase, useNewPassphrase } from '../new-secret/use-new-passphrase.ts';
import { Form } from '../design/form.tsx';

/** No vault yet: one press if the keychain can keep the key, otherwise a passphrase. */
export function FirstRun({ keychain }: { keychain: KeychainStatus }) {
  const { t } = useTranslation();
  return (
    <Page title={t('firstRun.title')} icon={<Mark />}>
      <p className="text-center text-pretty text-soft">{t('firstRun.text')}</p>
      {keychain.available ? (
        <WithKeychain backend={keychain.backend} />
      ) : (
        <WithPassphrase keychain={keychain} />
      )}
      <FromBefore />
    </Page>
  );
}

function WithKeychain({ backend }: { backend: string }) {
  const { t } = useTranslation();
  const [second, setSecond] = useState(false);
  const create = useCreate();
  return (
    <div className="flex flex-col gap-4">
      <div className="flex items-start gap-3 rounded-2xl border border-line bg-surface p-4">
        <ShieldCheck size={22} aria-hidden className="mt-0.5 shrink-0 text-accent" />
        <div>
          <h2 className="font-semibold">{t('firstRun.keychainTitle', { backend })}</h2>
          <p className="text-[0.8125rem] text-soft">{t('firstRun.keychainText')}</p>
        </div>
      </div>
      <Check isSelected={second} onChange={setSecond} className="px-1">
        <span>
          {t('firstRun.alsoPassphrase')}
          <span className="block text-[0.8125rem] text-soft">{t('firstRun.alsoPassphraseText')}</span>
        </span>
      </Check>
      {second ? (
        <PassphraseForm
          create={(passphrase) => create.mutate({ protection: 'keychain', passphrase })}
          isPending={create.isPending}
          error={create.error}
          label={t('firstRun.start')}
        />
      ) : (
        <>
          <ErrorNotice error={create.error} />
          <Button
            look="primary"
            size="big"
            isPending={create.isPending}
            onPress={() => create.mutate({ protection: 'keychain' })}
          >
            {t('firstRun.start')}
          </Button>
        </>
      )}
    </div>
  );
}

function WithPassphrase({ keychain }: { keychain: Extract<KeychainStatus, { available: false }> }) {
  const { t } = useTranslation();
  const create = useCreate();
  const { backend, outcome } = keychain;
  const why = {
    unavailable: t('firstRun.noKeychainUnavailable'),
    locked: t('firstRun.noKeychainLocked', { backend }),
    denied: t('firstRun.noKeychainDenied', { backend }),
  };
  return (
    <div className="flex flex-col gap-4">
      <div className="flex items-start gap-3 rounded-2xl border border-line bg-surface p-4">
        <KeyRound size={22} aria-hidden className="mt-0.5 shrink-0 text-accent" />
        <div>
          <h2 className="font-semibold">{t('firstRun.noKeychainTitle')}</h2>
          <p className="text-[0.8125rem] text-soft">{why[outcome]}</p>
        </div>
      </div>
      {outcome !== 'unavailable' && <LookAgain look="quiet" />}
      <PassphraseForm
        create={(passphrase) => create.mutate({ protection: 'passphrase', passphrase })}
        isPending={create.isPending}
        error={create.error}
        label={t('firstRun.create')}
      />
    </div>
  );
}

function Mark() {
  return (
    <svg viewBox="0 0 64 64" className="size-10">
      <circle cx="32" cy="22" r="12" fill="none" stroke="currentColor" strokeWidth="7" />
      <path d="M32 34v22M32 48h10" fill="none" stroke="currentColor" strokeWidth="7" strokeLinecap="round" />
    </svg>
  );
}

/** For people who have codes already: in another app, in a backup, or in a vault file with its recovery kit. */
function FromBefore() {
  const { t } = useTranslation();
  const [next, setNext] = useNext();
  const { data: host } = useQuery(useApplication().calls.host.info.queryOptions());
  return (
    <Ways label={t('firstRun.hasOther')}>
      <Way id="import" icon={FolderInput} title={t('imports.way')}>
        <p className="text-pretty text-soft">{t('firstRun.importText')}</p>
        <Check
          isSelected={next === 'import'}
          onChange={(wants) => setNext(wants ? 'import' : null)}
          autoFocus
        >
          {t('firstRun.importStart')}
        </Check>
      </Way>
      <Way id="backup" icon={Archive} title={t('firstRun.backup')}>
        <p className="text-pretty text-soft">{t('firstRun.backupText')}</p>
        <Check
          isSelected={next === 'backup'}
          onChange={(wants) => setNext(wants ? 'backup' : null)}
          autoFocus
        >
          {t('firstRun.backupStart')}
        </Check>
      </Way>
      <Way id="kit" icon={LifeBuoy} title={t('firstRun.kit')}>
        <p className="text-pretty text-soft">{t('firstRun.kitText')}</p>
        <code className="selectable font-mono text-xs wrap-anywhere">{host?.vaultPath}</code>
        <LookAgain look="quiet" />
      </Way>
    </Ways>
  );
}

interface PassphraseFormProps {
  create: (passphrase: string) => void;
  isPending: boolean;
  error: unknown;
  label: string;
}

/** A new passphrase, typed twice. */
function PassphraseForm({ create, isPending, error, label }: PassphraseFormProps) {
  const { t } = useTranslation();
  const chosen = useNewPassphrase();
  return (
    <Form
      className="flex flex-col gap-4"
      onSend={() => {
        if (chosen.check() && !isPending) create(chosen.first);
      }}
    >
      <NewPassphraseFields
        autoFocus
        chosen={chosen}
        error={error}
        label={t('firstRun.passphrase')}
        hint={t('firstRun.passphraseHint')}
      />
      {!isOfNewPassphrase(error) && <ErrorNotice error={error} />}
      <Button type="submit" look="primary" size="big" isPending={isPending} isDisabled={chosen.first === ''}>
        {isPending ? t('firstRun.starting') : label}
      </Button>
    </Form>
  );
}
