import { KeySquare, ScanQrCode } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useApplication } from '../../connection/application.ts';
import { Button } from '../../controls/button.tsx';
import { ErrorNotice } from '../../controls/notice.tsx';
import { useServerName } from '../shared/use-account.ts';
import { useCall } from '../shared/use-call.ts';
import { useSlow } from '../shared/use-slow.ts';
import { keepHere } from './keep-here.ts';
import { ScanResult } from './scan-result.tsx';
import { useScan } from './use-scan.ts';

interface ThisLatchkeyProps {
  /** The key is already in this vault; only its first code is missing. */
  isKept: boolean;
  onDone: () => void;
}

/** Adds the authenticator to this vault: with one press, or by scanning the QR code beside it. */
export function ThisLatchkey({ isKept, onDone }: ThisLatchkeyProps) {
  const { t } = useTranslation();
  const { client } = useApplication();
  const issuer = useServerName();
  const here = useCall(
    async (previewIds: readonly string[] | undefined) => keepHere(client, issuer, previewIds),
    onDone,
  );
  const isSlow = useSlow(here.isPending);
  const scan = useScan((previewIds) => here.run(previewIds));
  return (
    <div className="flex flex-col gap-2">
      <Button
        look="primary"
        size="big"
        icon={<KeySquare size={20} aria-hidden />}
        autoFocus
        isPending={here.isPending}
        onPress={() => here.run(undefined)}
      >
        {isKept ? t('account.methods.keptAgain') : t('account.methods.useThis')}
      </Button>
      <p role="status" className="px-2 text-center text-[0.8125rem] text-pretty text-soft">
        {isSlow ? t('account.stepUp.useThisSlow') : !isKept && t('account.methods.useThisText')}
      </p>
      <ErrorNotice error={here.error} />
      {!isKept && (
        <>
          <Button icon={<ScanQrCode size={18} aria-hidden />} onPress={scan.start}>
            {t('account.methods.scan')}
          </Button>
          <ScanResult state={scan.state} onStop={scan.stop} />
        </>
      )}
    </div>
  );
}
