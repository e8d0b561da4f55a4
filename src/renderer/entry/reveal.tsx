import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryView } from '../../contract/entry.ts';
import type { Revealed } from '../../contract/exports.ts';
import type { Proof } from '../../contract/proof.ts';
import type { OpenState } from '../../contract/vault.ts';
import { nameOf } from '../codes/name.ts';
import { useApplication, useLive } from '../connection/application.ts';
import { useAct } from '../connection/use-act.ts';
import { Button } from '../design/button.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { Fact, Facts } from '../design/facts.tsx';
import { Notice } from '../design/notice.tsx';
import { fitsQrCode, QrCode } from '../design/qr-code.tsx';
import { Sheet } from '../design/sheet.tsx';
import { CloseByItself } from './close-by-itself.tsx';
import { keyGroups } from './key-groups.ts';
import { ProofForm } from './proof-form.tsx';
import { algorithmName, otpKindName } from './shape.ts';
import { useCopySecret } from './use-copy-secret.ts';

interface RevealProps {
  entry: EntryView;
  isOpen: boolean;
  onClose: () => void;
}

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
  if (revealed !== null) return <Key revealed={revealed} onClose={onClose} />;
  return (
    <ProofForm
      vault={vault}
      act={reveal}
      warning={t('exports.revealWarning')}
      label={t('exports.revealDo')}
      onClose={onClose}
    />
  );
}

function Key({ revealed, onClose }: { revealed: Revealed; onClose: () => void }) {
  const { t } = useTranslation();
  const { kind, algorithm, digits, period, counter, secret, uri } = revealed;
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
        <p className="text-hint text-soft">{t('imports.secret')}</p>
        <code className="selectable font-mono text-head leading-relaxed wrap-anywhere">
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
      <CloseByItself onClose={onClose} />
    </div>
  );
}

/** Copies the key; the clipboard is cleared as after a code. */
function CopyKey({ secret }: { secret: string }) {
  const { t } = useTranslation();
  const copy = useCopySecret(t('exports.keyCopied'));
  const isCopied = copy.copied === secret;
  return (
    <>
      <Button
        size="small"
        className="self-start"
        icon={isCopied ? <Check size={15} strokeWidth={3} aria-hidden /> : <Copy size={15} aria-hidden />}
        onPress={() => copy.run(secret)}
      >
        {isCopied ? t('codes.copied') : t('exports.copyKey')}
      </Button>
      <ErrorNotice error={copy.error} />
    </>
  );
}
