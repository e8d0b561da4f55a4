import { useQuery } from '@tanstack/react-query';
import { ClipboardPaste, FileUp, FolderInput, ScanQrCode } from 'lucide-react';
import { FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useApplication } from '../connection/application.ts';
import { Button } from '../design/button.tsx';
import { DropAndPaste } from '../design/drop-and-paste.tsx';
import { givenClipboard, givenFiles, givenScreen, givenTransfer } from './given.ts';
import type { Importing } from './import-controller.ts';

/** One box for everything: drop, paste, choose or scan. Small once something was read. */
export function Box({ importing, isSmall }: { importing: Importing; isSmall: boolean }) {
  const { t } = useTranslation();
  return (
    <section
      aria-label={t('imports.boxTitle')}
      className={`flex items-center rounded-2xl border-2 border-dashed border-control/60 bg-surface ${isSmall ? 'flex-wrap justify-between gap-3 px-4 py-3' : 'flex-col gap-4 px-5 py-8 text-center'}`}
    >
      {isSmall ? (
        <p className="text-soft">{t('imports.boxMore')}</p>
      ) : (
        <>
          <FolderInput size={36} strokeWidth={1.5} aria-hidden className="text-accent" />
          <div className="flex max-w-md flex-col gap-1">
            <h2 className="text-base font-semibold text-balance">{t('imports.boxTitle')}</h2>
            <p className="text-pretty text-soft">{t('imports.boxText')}</p>
          </div>
        </>
      )}
      <div className={`flex flex-wrap gap-2 ${isSmall ? '' : 'justify-center'}`}>
        <FileTrigger
          allowsMultiple
          onSelect={(files) => {
            if (files !== null && files.length > 0) {
              const all = [...files];
              void importing.read(async () => givenFiles(all));
            }
          }}
        >
          <Button
            look={isSmall ? 'quiet' : 'primary'}
            size={isSmall ? 'small' : 'normal'}
            autoFocus={!isSmall}
            icon={<FileUp size={17} aria-hidden />}
          >
            {t('imports.choose')}
          </Button>
        </FileTrigger>
        <Button
          size={isSmall ? 'small' : 'normal'}
          icon={<ClipboardPaste size={17} aria-hidden />}
          onPress={() => void importing.read(givenClipboard)}
        >
          {t('add.paste')}
        </Button>
        <ScanButton importing={importing} size={isSmall ? 'small' : 'normal'} label={t('add.scanScreen')} />
      </div>
      <DropAndPaste
        title={t('add.dropTitle')}
        text={t('imports.dropText')}
        isForUs={({ files }) => files.length > 0}
        take={(transfer) => {
          const give = givenTransfer(transfer);
          if (give !== null) void importing.read(give);
          return give !== null;
        }}
      />
    </section>
  );
}

interface ScanButtonProps {
  importing: Importing;
  size: 'small' | 'normal';
  label: string;
}

/** Reads the QR codes that the screen shows. */
export function ScanButton({ importing, size, label }: ScanButtonProps) {
  const { data: host } = useQuery(useApplication().calls.host.info.queryOptions());
  return (
    <Button
      size={size}
      icon={<ScanQrCode size={17} aria-hidden />}
      isDisabled={host === undefined}
      onPress={() => {
        if (host !== undefined) void importing.read(async () => givenScreen(host.screenCapture));
      }}
    >
      {label}
    </Button>
  );
}
