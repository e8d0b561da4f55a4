import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { Camera, ImageUp, ScanQrCode } from 'lucide-react';
import { FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { imageTypes } from '../add/pixels.ts';
import { CameraView } from '../camera/camera-view.tsx';
import type { Frames } from '../camera/frames.ts';
import { useApplication } from '../connection/application.ts';
import { Button } from '../design/button.tsx';
import { imageOf, screenOf, type KitSources } from './kit-reading.ts';

/** What is said above the buttons: at first, while something is looked for, and once that was stopped. */
export interface ScanWords {
  readonly text: string;
  readonly scanning: string;
  readonly stopped: string;
}

interface SourceScanProps {
  says: ScanWords;
  onRead: (sources: KitSources) => void;
  onCamera: () => void;
  onStop: () => void;
  /** What the camera's frames are given to; null: no camera is looked through. */
  frames: Frames | null;
  isPending: boolean;
  isStopped: boolean;
}

/** Reads a QR code: on the screen, in front of a camera or in a picture. */
export function SourceScan({
  says,
  onRead,
  onCamera,
  onStop,
  frames,
  isPending,
  isStopped,
}: SourceScanProps) {
  const { t } = useTranslation();
  const host = useQuery(useApplication().calls.host.info.queryOptions());
  /** Where the focus goes when the button to stop is gone. */
  const begin = useRef<HTMLButtonElement>(null);
  const isCamera = isPending && frames !== null;
  const buttons = 'flex-1 px-3 whitespace-nowrap';
  return (
    <div className="flex flex-col gap-3">
      {isCamera && <CameraView onFrame={frames.give} />}
      <div className="flex items-center justify-between gap-4">
        <p role="status" className="text-hint text-pretty text-soft">
          {!isCamera && (isPending ? says.scanning : isStopped ? says.stopped : says.text)}
        </p>
        {isPending && (
          <Button
            size="small"
            onPress={() => {
              onStop();
              begin.current?.focus();
            }}
          >
            {t('add.stop')}
          </Button>
        )}
      </div>
      <div className="flex flex-wrap gap-2">
        <Button
          ref={isCamera ? null : begin}
          className={buttons}
          icon={<ScanQrCode size={18} aria-hidden />}
          isPending={isPending && !isCamera}
          onPress={() => onRead(screenOf(host.data?.screenCapture ?? 'application'))}
        >
          {t('recovery.scanScreen')}
        </Button>
        <Button
          ref={isCamera ? begin : null}
          className={buttons}
          icon={<Camera size={18} aria-hidden />}
          isPending={isCamera}
          onPress={onCamera}
        >
          {t('camera.use')}
        </Button>
        <FileTrigger
          acceptedFileTypes={imageTypes}
          onSelect={(files) => {
            const file = files?.item(0);
            if (file) onRead(imageOf(file));
          }}
        >
          <Button className={buttons} icon={<ImageUp size={18} aria-hidden />}>
            {t('recovery.scanPicture')}
          </Button>
        </FileTrigger>
      </div>
    </div>
  );
}
