import { useQuery } from '@tanstack/react-query';
import { ImageUp, ScanQrCode } from 'lucide-react';
import { FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { imageTypes } from '../add/pixels.ts';
import { useApplication } from '../connection/application.ts';
import { Button } from '../design/button.tsx';
import { imageOf, screenOf } from './kit-reading.ts';
import type { KitReading } from './kit-reading.ts';

/** Reads the recovery code from the QR code of its page, on the screen or in a picture. */
export function KitScan({ onRead, isPending }: { onRead: (read: KitReading) => void; isPending: boolean }) {
  const { t } = useTranslation();
  const host = useQuery(useApplication().calls.host.info.queryOptions());
  return (
    <div className="flex flex-col gap-2">
      <p role="status" className="text-[0.8125rem] text-pretty text-soft">
        {isPending ? t('recovery.scanning') : t('recovery.scanText')}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button
          className="flex-1 px-3 whitespace-nowrap"
          icon={<ScanQrCode size={18} aria-hidden />}
          isPending={isPending}
          onPress={() => onRead(screenOf(host.data?.screenCapture ?? 'application'))}
        >
          {t('recovery.scanScreen')}
        </Button>
        <FileTrigger
          acceptedFileTypes={imageTypes}
          onSelect={(files) => {
            const file = files?.item(0);
            if (file) onRead(imageOf(file));
          }}
        >
          <Button
            className="flex-1 px-3 whitespace-nowrap"
            icon={<ImageUp size={18} aria-hidden />}
            isDisabled={isPending}
          >
            {t('recovery.scanPicture')}
          </Button>
        </FileTrigger>
      </div>
    </div>
  );
}
