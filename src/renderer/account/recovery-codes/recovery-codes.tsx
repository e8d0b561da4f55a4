import { Copy, Download, Printer } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApplication } from '../../connection/application.ts';
import { Button } from '../../design/button.tsx';
import { Check } from '../../design/check.tsx';
import { ErrorNotice } from '../../design/error-notice.tsx';
import { showToast } from '../../design/toasts.tsx';
import { formatDate } from '../../words/dates.ts';
import { Step, toCodes } from '../shared/step.tsx';
import { copyText } from '../../design/copy-text.ts';
import { saveFile } from '../../design/save-file.ts';
import { useServerName, type SignedIn } from '../shared/use-account.ts';
import { useCall } from '../shared/use-call.ts';
import { WaitingRows } from '../../design/waiting-rows.tsx';
import '../../design/paper.css';
import './print.css';

/** Shows the recovery codes once, to copy, print or save; the person confirms that they are kept. */
export function RecoveryCodes({ account, isGuided }: { account: SignedIn; isGuided: boolean }) {
  const { t } = useTranslation();
  const { client } = useApplication();
  const { codes, error } = useRecoveryCodes();
  const [isKept, setKept] = useState(false);
  const [now] = useState(() => Date.now());
  const server = useServerName();
  const done = useCall(async () => client.account.recoveryCodes.confirmSaved());
  const heading = t('account.recoveryCodes.fileTitle', { address: account.address, name: server });
  const note = t('account.recoveryCodes.fileText', { when: formatDate(now) });
  const asText = () => `${heading}\n\n${(codes ?? []).join('\n')}\n\n${note}\n`;
  const copy = async () => {
    const isCopied = await copyText(asText());
    showToast(isCopied ? t('account.recoveryCodes.copied') : t('account.copyFailed'), { isError: !isCopied });
  };
  const save = () => {
    const name = `${t('account.recoveryCodes.fileName')}.txt`;
    saveFile(name, asText(), 'text/plain');
    showToast(t('account.saved', { name }));
  };
  return (
    <Step
      title={t('account.recoveryCodes.title')}
      text={t('account.recoveryCodes.text')}
      onBack={toCodes}

      {...(isGuided && { progress: 'recovery' as const })}
    >
      <p className="text-pretty">{t('account.recoveryCodes.where')}</p>
      <ErrorNotice error={error} />
      {codes === null ? (
        error === null && <WaitingRows label={t('account.loading')} count={3} />
      ) : (
        <>
          <div className="paper recovery-sheet">
            <p className="recovery-print hidden">{heading}</p>
            <ol
              aria-label={t('account.recoveryCodes.list')}
              className="selectable grid grid-cols-1 gap-x-6 gap-y-1.5 card px-5 py-4 font-mono text-hint min-[25rem]:grid-cols-2"
            >
              {codes.map((code) => (
                <li key={code} className="whitespace-nowrap">
                  {code}
                </li>
              ))}
            </ol>
            <p className="recovery-print hidden">{note}</p>
          </div>
          <div className="grid grid-cols-3 gap-2">
            <Button className="px-2!" icon={<Copy size={16} aria-hidden />} onPress={() => void copy()}>
              {t('account.recoveryCodes.copy')}
            </Button>
            <Button className="px-2!" icon={<Printer size={16} aria-hidden />} onPress={() => window.print()}>
              {t('account.recoveryCodes.print')}
            </Button>
            <Button className="px-2!" icon={<Download size={16} aria-hidden />} onPress={save}>
              {t('account.recoveryCodes.save')}
            </Button>
          </div>
          <Check isSelected={isKept} onChange={setKept} className="px-1 pt-1">
            <span className="font-medium">{t('account.recoveryCodes.kept')}</span>
          </Check>
          <ErrorNotice error={done.error} />
          <Button
            look="primary"
            className="w-full"
            isDisabled={!isKept}
            isPending={done.isPending}
            onPress={() => done.run(undefined)}
          >
            {t('account.recoveryCodes.done')}
          </Button>
        </>
      )}
    </Step>
  );
}

/** The new recovery codes: requested by the screen that shows them, and dropped with it. */
function useRecoveryCodes(): { codes: readonly string[] | null; error: unknown } {
  const { client } = useApplication();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    let isOver = false;
    client.account.recoveryCodes.show().then(
      (answer) => !isOver && setCodes(answer.codes),
      (reason: unknown) => !isOver && setError(reason),
    );
    return () => {
      isOver = true;
      setCodes(null);
      setError(null);
    };
  }, [client]);
  return { codes, error };
}
