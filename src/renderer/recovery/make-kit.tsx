import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Printer } from 'lucide-react';
import type { KitPage } from '../../contract/recovery.ts';
import type { OpenState } from '../../contract/vault.ts';
import { useAct } from '../connection/use-act.ts';
import { Button } from '../design/button.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { Notice } from '../design/notice.tsx';
import { PassphraseField } from '../security/passphrase-field.tsx';
import { StopWaiting, usePassphraseWait } from '../security/passphrase-wait.tsx';
import { Panel } from '../preferences/panel.tsx';
import { hasPassphrase } from '../security/unlock-methods.ts';
import { contractCode, errorWords } from '../words/error-words.ts';
import { CheckKit } from './check-kit.tsx';
import { VerifyKit } from './verify-kit.tsx';
import { KitSheet } from './kit-sheet.tsx';
import { Form } from '../design/form.tsx';

interface MakeKitProps {
  vault: OpenState;
  onEnd: () => void;
}

/** Makes and checks a kit: what it is, the page to print, and parts of it typed back. */
export function MakeKit({ vault, onEnd }: MakeKitProps) {
  const [page, setPage] = useState<KitPage | null>(null);
  const [at, setAt] = useState<'page' | 'check' | 'whole'>('page');
  if (page === null) return <Before vault={vault} onMade={setPage} />;
  switch (at) {
    case 'page':
      return <ShowKit page={page} onNext={() => setAt('check')} />;
    case 'check':
      return (
        <CheckKit
          asks={page.asks}
          onBack={() => setAt('page')}
          onForgotten={() => setAt('whole')}
          onEnd={onEnd}
        />
      );
    case 'whole':
      return <VerifyKit onEnd={onEnd} />;
  }
}

interface BeforeProps {
  vault: OpenState;
  onMade: (page: KitPage) => void;
}

function Before({ vault, onMade }: BeforeProps) {
  const { t } = useTranslation();
  const [passphrase, setPassphrase] = useState('');
  const isReplacing = vault.kit !== null;
  const make = useAct(
    async (client) => client.recovery.make(passphrase === '' ? {} : { passphrase }),
    onMade,
  );
  const wait = usePassphraseWait(make.error, passphrase, make.run);
  const code = contractCode(make.error);
  const isOfPassphrase =
    code === 'PASSPHRASE_WRONG' || code === 'PASSPHRASE_WAIT' || code === 'PASSPHRASE_NEEDED';
  const isAsked = (isReplacing && hasPassphrase(vault)) || isOfPassphrase;
  const words = isOfPassphrase ? errorWords(make.error, t) : undefined;
  return (
    <Panel title={t('recovery.beforeTitle')} text={t('recovery.beforeText')}>
      <ol className="flex flex-col gap-3">
        {(['stepPrint', 'stepType', 'stepKeep'] as const).map((step, index) => (
          <li key={step} className="flex items-start gap-3">
            <span
              aria-hidden
              className="flex size-6 shrink-0 items-center justify-center rounded-full bg-tint text-hint font-semibold text-accent"
            >
              {index + 1}
            </span>
            <span className="pt-0.5">{t(`recovery.${step}`)}</span>
          </li>
        ))}
      </ol>
      {isReplacing && (
        <Notice kind="warning" title={t('recovery.replaces')}>
          <p>{t('recovery.replacesText')}</p>
        </Notice>
      )}
      <Form className="flex flex-col gap-4" onSend={() => wait.submit()}>
        {isAsked && (
          <PassphraseField
            autoFocus
            label={t('security.current')}
            value={passphrase}
            onChange={setPassphrase}
            error={wait.text ?? (words && `${words.title}. ${words.text}`)}
          />
        )}
        {!isOfPassphrase && <ErrorNotice error={make.error} />}
        <Button
          type="submit"
          look="primary"
          size="big"
          isPending={make.isPending}
          isDisabled={isAsked && passphrase === ''}
        >
          {wait.label ?? t('recovery.makeIt')}
        </Button>
        <StopWaiting wait={wait} />
      </Form>
    </Panel>
  );
}

interface ShowKitProps {
  page: KitPage;
  onNext: () => void;
}

/** Shows the kit's page as it will be printed, once. */
function ShowKit({ page, onNext }: ShowKitProps) {
  const { t } = useTranslation();
  return (
    <Panel title={t('recovery.showTitle')} text={t('recovery.showText')} width="wide">
      <div className="flex flex-wrap gap-2">
        <Button look="primary" icon={<Printer size={17} aria-hidden />} onPress={() => window.print()}>
          {t('recovery.print')}
        </Button>
        <Button onPress={onNext}>{t('recovery.printed')}</Button>
      </div>
      <KitSheet page={page} />
      <Notice>
        <p>{t('recovery.noPrinter')}</p>
      </Notice>
    </Panel>
  );
}
