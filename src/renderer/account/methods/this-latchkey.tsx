import { KeySquare, ScanQrCode } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useApplication } from '../../connection/application.ts';
import { Button } from '../../design/button.tsx';
import { ErrorNotice } from '../../design/error-notice.tsx';
import { useServerName } from '../shared/use-account.ts';
import { useCall } from '../shared/use-call.ts';
import { useSlow } from '../../design/use-slow.ts';
import type { Client } from '../../connection/connection.ts';
import { contractCode } from '../../words/error-words.ts';
import { createAdd, type AddState } from '../../add/add-controller.ts';
import { Notice } from '../../design/notice.tsx';
import { ScanProgress } from '../../add/scan-progress.tsx';
import { useStore } from '../../connection/store.ts';

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
      <p role="status" className="px-2 text-center text-hint text-pretty text-soft">
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

/**
 * Keeps the pending authenticator in this vault and submits its first code. With `previewIds`, picks the
 * account's own from the scan, which may have seen other QR codes too.
 * @throws what the contract's `methods.useThisVault` does; `OTHER_CODE` if none of them is the account's
 */
async function keepHere(
  client: Client,
  issuer: string,
  previewIds: readonly string[] = [],
): Promise<unknown> {
  const name = issuer === '' ? {} : { issuer };
  if (previewIds.length === 0) return client.account.methods.useThisVault(name);
  let other: unknown = null;
  for (const previewId of previewIds) {
    try {
      return await client.account.methods.useThisVault({ ...name, previewId });
    } catch (error) {
      if (contractCode(error) !== 'OTHER_CODE') throw error;
      other = error;
    }
  }
  throw other;
}

/** The state of the screen scan, below its button. */
function ScanResult({ state, onStop }: { state: AddState; onStop: () => void }) {
  const { t } = useTranslation();
  if (state.step === 'failed') return <ErrorNotice error={state.error} />;
  if (state.step !== 'scan' || state.previews.length > 0) return null;
  if (state.progress !== null) {
    return (
      <div className="flex items-end gap-3">
        <ScanProgress scan={state} label={t('account.methods.scanning')} />
        <Button size="small" onPress={onStop}>
          {t('account.methods.scanStop')}
        </Button>
      </div>
    );
  }
  if (state.isStopped) return <p role="status">{t('add.stoppedTitle')}</p>;
  return (
    <Notice kind="warning" isAlert>
      <p>{t('account.methods.scanNothing')}</p>
    </Notice>
  );
}

/**
 * The screen scan for the account's own QR code. Calls `onFound` with what it found once, when the scan is
 * over; the application forgets all of it when the screen closes.
 */
function useScan(onFound: (previewIds: readonly string[]) => void): {
  state: AddState;
  start: () => void;
  stop: () => void;
} {
  const { client, calls } = useApplication();
  const queries = useQueryClient();
  const [scan] = useState(() =>
    createAdd(
      client,
      async () => (await queries.ensureQueryData(calls.host.info.queryOptions())).screenCapture,
    ),
  );
  const heard = useRef(onFound);
  useEffect(() => {
    heard.current = onFound;
  });
  useEffect(() => () => scan.close(), [scan]);
  useEffect(() => {
    let isHandedIn = false;
    return scan.state.subscribe(() => {
      const state = scan.state.get();
      if (state.step !== 'scan' || state.previews.length === 0) {
        isHandedIn = false;
        return;
      }
      if (isHandedIn || state.progress !== null) return;
      isHandedIn = true;
      heard.current(state.previews.map(({ previewId }) => previewId));
    });
  }, [scan]);
  return { state: useStore(scan.state), start: () => void scan.screen(), stop: scan.stop };
}
