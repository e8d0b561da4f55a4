import { ChevronRight, ClipboardPaste, FolderInput, ImageUp, Keyboard, ScanQrCode } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { Button as AriaButton, FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useApplication } from '../connection/application.ts';
import { Button } from '../design/button.tsx';
import { open } from '../navigation/navigator.ts';
import { pasteFromClipboard } from './clipboard.ts';
import { imageTypes } from './pixels.ts';
import { useAdd, useSite } from './use-add.ts';

/** The ways to add: scanning the screen, prominent; the others below it. */
export function Ways() {
  const { t } = useTranslation();
  const add = useAdd();
  const site = useSite();
  const start = (way: 'screen' | 'typed') => open({ at: 'add', way, ...(site && { site }) });
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
        <p className="px-2 text-center text-[0.8125rem] text-pretty text-soft">
          {isShared ? t('add.scanShare') : t('add.scanScreenText')}
        </p>
      </div>
      <div className="flex flex-col divide-y divide-line overflow-hidden rounded-2xl border border-line bg-surface">
        <FileTrigger
          acceptedFileTypes={imageTypes}
          onSelect={(files) => {
            const file = files?.item(0);
            if (file) void add.image(file);
          }}
        >
          <Way icon={ImageUp} title={t('add.imageFile')} text={t('add.imageFileText')} />
        </FileTrigger>
        <Way
          icon={ClipboardPaste}
          title={t('add.paste')}
          text={t('add.pasteText')}
          onPress={() => void pasteFromClipboard(add)}
        />
        <Way
          icon={Keyboard}
          title={t('add.typed')}
          text={t('add.typedText')}
          onPress={() => start('typed')}
        />
        {site === undefined && (
          <Way
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

interface WayProps {
  icon: LucideIcon;
  title: string;
  text: string;
  onPress?: () => void;
}

function Way({ icon: Icon, title, text, onPress }: WayProps) {
  return (
    <AriaButton
      {...(onPress && { onPress })}
      className="flex items-center gap-3.5 px-4 py-3 text-left transition-colors duration-100 data-[focus-visible]:-outline-offset-2 data-[hovered]:bg-ink/4 data-[pressed]:bg-ink/7"
    >
      <Icon size={20} aria-hidden className="shrink-0 text-accent" />
      <span className="min-w-0 flex-1">
        <span className="block font-medium">{title}</span>
        <span className="block text-[0.8125rem] text-soft">{text}</span>
      </span>
      <ChevronRight size={17} aria-hidden className="shrink-0 text-soft" />
    </AriaButton>
  );
}
