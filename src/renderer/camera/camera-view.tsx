import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import { CameraOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useApplication, useLive } from '../connection/application.ts';
import { Button } from '../design/button.tsx';
import { Notice } from '../design/notice.tsx';
import { Select } from '../design/select.tsx';
import { Turning } from '../design/turning.tsx';
import { showFailure } from '../words/show-failure.ts';
import type { Camera, CameraTrouble } from './camera.ts';
import { watchFrames, type Frame } from './frames.ts';
import { useCamera } from './use-camera.ts';

interface CameraViewProps {
  /** Reads a frame. The next one comes when this one is done. */
  onFrame: (frame: Frame) => Promise<void>;
  /** Only the picture, beside something else. */
  isSmall?: boolean;
}

/** A camera's live picture, the choice among several cameras, and what to do where there is none. */
export function CameraView({ onFrame, isSmall = false }: CameraViewProps) {
  const { t } = useTranslation();
  const { calls, preferences: live } = useApplication();
  const preferences = useLive(live);
  const { mutate: set } = useMutation(
    calls.preferences.set.mutationOptions({ onError: (error) => showFailure(error, t) }),
  );
  const { state, names, retry } = useCamera(preferences?.camera ?? null);
  const camera = state.at === 'live' ? state.camera : null;
  return (
    <div ref={bringIntoView} className={`flex flex-col gap-3 ${isSmall ? 'shrink-0' : 'w-full'}`}>
      <div
        className={`relative flex aspect-video items-center justify-center overflow-hidden rounded-2xl border border-line bg-tint text-accent ${isSmall ? 'w-36' : 'w-full'}`}
      >
        {state.at === 'trouble' && <CameraOff size={isSmall ? 28 : 48} strokeWidth={1.4} aria-hidden />}
        {state.at === 'starting' && <Turning />}
        {camera !== null && <Picture camera={camera} onFrame={onFrame} />}
      </div>
      {!isSmall && (
        <>
          {state.at === 'trouble' ? (
            <Trouble trouble={state.trouble} onRetry={retry} />
          ) : (
            <p role="status" className="px-2 text-center text-hint text-pretty text-soft">
              {t(camera === null ? 'camera.starting' : 'camera.hold')}
            </p>
          )}
          {names.length > 1 && (
            <Select
              label={t('camera.device')}
              value={camera?.name ?? preferences?.camera ?? ''}
              onChange={(name) => set({ camera: name })}
              options={names.map((name) => ({ value: name, label: name }))}
            />
          )}
        </>
      )}
    </div>
  );
}

/** It may begin below what the window shows. */
function bringIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}

function Picture({ camera, onFrame }: { camera: Camera; onFrame: CameraViewProps['onFrame'] }) {
  const { t } = useTranslation();
  const video = useRef<HTMLVideoElement>(null);
  const take = useEffectEvent(onFrame);
  useEffect(() => {
    const shown = video.current;
    if (shown === null) return undefined;
    shown.srcObject = camera.stream;
    const ended = new AbortController();
    void watchFrames(shown, async (frame) => take(frame), ended.signal);
    return () => {
      ended.abort();
      shown.srcObject = null;
    };
  }, [camera]);
  return (
    <video
      ref={video}
      autoPlay
      muted
      playsInline
      aria-label={t('camera.live')}
      className={`size-full object-contain ${camera.isOutward ? '' : '-scale-x-100'}`}
    />
  );
}

function Trouble({ trouble, onRetry }: { trouble: CameraTrouble; onRetry: () => void }) {
  const { t } = useTranslation();
  const host = useQuery(useApplication().calls.host.info.queryOptions()).data?.host;
  return (
    <>
      <Notice kind="warning" title={t(`camera.troubles.${trouble}.title`)} isAlert>
        <p>
          {trouble === 'refused' && host === 'browser'
            ? t('camera.allowInBrowser')
            : t(`camera.troubles.${trouble}.text`)}
        </p>
      </Notice>
      <Button look="primary" onPress={onRetry}>
        {t('account.tryAgain')}
      </Button>
    </>
  );
}
