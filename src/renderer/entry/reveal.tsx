import { Check, Copy } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryView } from '../../contract/entry.ts';
import type { Proof, Revealed } from '../../contract/exports.ts';
import type { OpenState } from '../../contract/vault.ts';
import { nameOf } from '../codes/name.ts';
import { takeCopied } from '../codes/window-clipboard.ts';
import { useApplication, useLive } from '../connection/application.ts';
import { useAct } from '../connection/use-act.ts';
import { windowClock } from '../connection/window-clock.ts';
import { Button } from '../design/button.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { Fact, Facts } from '../design/facts.tsx';
import { Form } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { fitsQrCode, QrCode } from '../design/qr-code.tsx';
import { Sheet } from '../design/sheet.tsx';
import { announce } from '../design/toasts.tsx';
import { isOfKitCode } from '../recovery/kit-code-field.tsx';
import { StopWaiting } from '../security/passphrase-wait.tsx';
import { ProofFields } from '../security/proof-fields.tsx';
import { isOfPassphrase, useProof } from '../security/use-proof.ts';
import { keyGroups } from './key-groups.ts';
import { algorithmName, otpKindName } from './shape.ts';

interface RevealProps {
  entry: EntryView;
  isOpen: boolean;
  onClose: () => void;
}

/** How long a key stays on the screen, in minutes. */
const shownMinutes = 5;

/** An entry's QR code and key, after a proof; in a sheet that closes by itself. */
export function Reveal({ entry, isOpen, onClose }: RevealProps) {
  const { t } = useTranslation();
  const vault = useLive(useApplication().vault);
  return (
    <Sheet title={nameOf(entry, t)} isOpen={isOpen} onClose={onClose}>
      {vault?.state === 'open' && <Revealing vault={vault} id={entry.id} onClose={onClose} />}
    </Sheet>
  );
}

interface RevealingProps {
  vault: OpenState;
  id: string;
  onClose: () => void;
}

function Revealing({ vault, id, onClose }: RevealingProps) {
  const { t } = useTranslation();
  const [revealed, setRevealed] = useState<Revealed | null>(null);
  const reveal = useAct(
    async ({ exports }, proof: Proof) => exports.reveal({ ids: [id], ...proof }),
    ({ entries: [first] }) => setRevealed(first ?? null),
  );
  const proving = useProof(vault, reveal);
  const { error } = reveal;
  if (revealed !== null) return <Key revealed={revealed} onClose={onClose} />;
  return (
    <Form className="flex flex-col gap-4" onSend={proving.submit}>
      <Notice kind="warning">
        <p>{t('exports.revealWarning')}</p>
      </Notice>
      <ProofFields vault={vault} proving={proving} autoFocus />
      {!isOfPassphrase(error) && !isOfKitCode(error) && <ErrorNotice error={error} />}
      <div className="flex flex-wrap justify-end gap-2">
        <StopWaiting wait={proving.wait} />
        <Button onPress={onClose}>{t('entry.cancel')}</Button>
        <Button
          type="submit"
          look="primary"
          autoFocus={proving.by === 'keychain'}
          isPending={reveal.isPending}
          isDisabled={proving.isMissing}
        >
          {proving.wait.label ?? t('exports.revealDo')}
        </Button>
      </div>
    </Form>
  );
}

function Key({ revealed, onClose }: { revealed: Revealed; onClose: () => void }) {
  const { t } = useTranslation();
  const { kind, algorithm, digits, period, counter, secret, uri } = revealed;
  const latest = useRef(onClose);
  useEffect(() => {
    latest.current = onClose;
  });
  useEffect(() => windowClock.after(shownMinutes * 60_000, () => latest.current()), []);
  return (
    <div className="flex flex-col gap-4">
      {fitsQrCode(uri) ? (
        <QrCode
          text={uri}
          label={t('exports.qrOf', { name: nameOf(revealed, t) })}
          className="w-full max-w-80 self-center rounded-2xl bg-white forced-color-adjust-none"
        />
      ) : (
        <Notice>
          <p>{t('exports.noQr')}</p>
        </Notice>
      )}
      <div className="flex flex-col gap-2 rounded-2xl border border-line bg-surface p-4">
        <p className="text-[0.8125rem] text-soft">{t('imports.secret')}</p>
        <code className="selectable font-mono text-[0.9375rem] leading-relaxed wrap-anywhere">
          {keyGroups(secret)}
        </code>
        <CopyKey secret={secret} />
      </div>
      <Facts>
        <Fact name={t('entry.kind')}>{otpKindName(kind, t)}</Fact>
        <Fact name={t('entry.digits')}>{digits}</Fact>
        {counter === null && <Fact name={t('entry.settingsPeriod')}>{period}</Fact>}
        {kind !== 'steam' && <Fact name={t('entry.algorithm')}>{algorithmName(algorithm)}</Fact>}
        {counter !== null && <Fact name={t('entry.counter')}>{counter}</Fact>}
      </Facts>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-[0.8125rem] text-soft">{t('exports.closesAfter', { count: shownMinutes })}</p>
        <Button look="primary" autoFocus onPress={onClose}>
          {t('add.close')}
        </Button>
      </div>
    </div>
  );
}

/** Copies the key; the clipboard is cleared as after a code. */
function CopyKey({ secret }: { secret: string }) {
  const { t } = useTranslation();
  const [isCopied, setCopied] = useState(false);
  const copy = useAct(
    async ({ codes }) => takeCopied(await codes.copyKey({ key: secret })),
    () => {
      setCopied(true);
      announce(t('exports.keyCopied'));
    },
  );
  return (
    <>
      <Button
        size="small"
        className="self-start"
        icon={isCopied ? <Check size={15} strokeWidth={3} aria-hidden /> : <Copy size={15} aria-hidden />}
        onPress={() => copy.run()}
      >
        {isCopied ? t('codes.copied') : t('exports.copyKey')}
      </Button>
      <ErrorNotice error={copy.error} />
    </>
  );
}
