import { Camera, ClipboardPaste, FolderInput, ImageUp, Keyboard, ScanQrCode } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useApplication } from '../connection/application.ts';
import { Button } from '../design/button.tsx';
import { RowButton } from '../design/row-button.tsx';
import { open } from '../navigation/navigator.ts';
import { pasteFromClipboard } from './clipboard.ts';
import { imageTypes } from './pixels.ts';
import { useAdd, useSite } from './use-add.ts';

/** The ways to add: scanning the screen, prominent; the others below it. */
export function Ways() {
  const { t } = useTranslation();
  const add = useAdd();
  const site = useSite();
  const start = (way: 'screen' | 'camera' | 'typed') => open({ at: 'add', way, ...(site && { site }) });
  const host = useQuery(useApplication().calls.host.info.queryOptions());
  const isShared = host.data?.screenCapture === 'window';
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-col gap-2">
        <Button
          look="primary"
          size="big"
          className="w-full"
          icon={<ScanQrCode size={22} aria-hidden />}
          onPress={() => start('screen')}
        >
          {t('add.scanScreen')}
        </Button>
        <p className="px-2 text-center text-hint text-pretty text-soft">
          {isShared ? t('add.scanShare') : t('add.scanScreenText')}
        </p>
      </div>
      <div className="flex flex-col divide-y divide-line overflow-hidden rounded-2xl border border-line bg-surface">
        <RowButton
          icon={Camera}
          title={t('camera.use')}
          text={t('camera.useText')}
          onPress={() => start('camera')}
        />
        <FileTrigger
          acceptedFileTypes={imageTypes}
          onSelect={(files) => {
            const file = files?.item(0);
            if (file) void add.image(file);
          }}
        >
          <RowButton icon={ImageUp} title={t('add.imageFile')} text={t('add.imageFileText')} />
        </FileTrigger>
        <RowButton
          icon={ClipboardPaste}
          title={t('add.paste')}
          text={t('add.pasteText')}
          onPress={() => void pasteFromClipboard(add)}
        />
        <RowButton
          icon={Keyboard}
          title={t('add.typed')}
          text={t('add.typedText')}
          onPress={() => start('typed')}
        />
        {site === undefined && (
          <RowButton
            icon={FolderInput}
            title={t('imports.way')}
            text={t('imports.wayText')}
            onPress={() => open({ at: 'import' })}
          />
        )}
      </div>
      <p className="text-center text-xs text-pretty text-soft">{t('add.dropHint')}</p>
    </div>
  );
}
