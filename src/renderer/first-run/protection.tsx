import { KeyRound, ShieldCheck, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeychainStatus } from '../../contract/vault.ts';
import { Button } from '../design/button.tsx';
import { Check } from '../design/check.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { Form } from '../design/form.tsx';
import { NewPassphraseFields } from '../new-secret/new-passphrase-fields.tsx';
import { isOfNewPassphrase, useNewPassphrase } from '../new-secret/use-new-passphrase.ts';
import { LookAgain } from '../trouble/look-again.tsx';
import { useCreate } from './use-create.ts';

/** The keychain of this computer keeps the key; a passphrase may be a second way in. */
export function WithKeychain({ backend }: { backend: string }) {
  const { t } = useTranslation();
  const [second, setSecond] = useState(false);
  const create = useCreate();
  return (
    <div className="flex flex-col gap-4">
      <Protector
        icon={ShieldCheck}
        title={t('firstRun.keychainTitle')}
        text={t('firstRun.keychainText', { backend })}
      />
      <Check isSelected={second} onChange={setSecond} className="px-1">
        <span>
          {t('firstRun.alsoPassphrase')}
          <span className="block text-hint text-soft">{t('firstRun.alsoPassphraseText')}</span>
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

/** There is no keychain that can keep the key: a passphrase makes it. */
export function WithPassphrase({ keychain }: { keychain: Extract<KeychainStatus, { available: false }> }) {
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
      <Protector icon={KeyRound} title={t('firstRun.noKeychainTitle')} text={why[outcome]} />
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

/** What keeps the key, and why. */
function Protector({ icon: Icon, title, text }: { icon: LucideIcon; title: string; text: string }) {
  return (
    <div className="flex card items-start gap-3 p-4">
      <Icon size={22} aria-hidden className="mt-0.5 shrink-0 text-accent" />
      <div>
        <h2 className="font-semibold">{title}</h2>
        <p className="text-hint text-soft">{text}</p>
      </div>
    </div>
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
