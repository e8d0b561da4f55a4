import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.tsx';
import { Notice } from '../../design/notice.tsx';
import { saveBlob } from '../../design/save-file.ts';
import { Sheet } from '../../design/sheet.tsx';
import { announce, showToast } from '../../design/toasts.tsx';
import { done } from '../../navigation/navigator.ts';
import { Panel } from '../../preferences/panel.tsx';
import { isOverlaid } from '../../design/is-overlaid.ts';
import { BlobPicture } from './blob-picture.tsx';
import type { Made } from './prepare.tsx';

interface QrSetProps {
  made: Extract<Made, { as: 'set' }>;
  onBack: () => void;
}

/** A set of QR codes for a phone's camera, one a screen; then the question whether the phone has them all. */
export function QrSet({ made: { files, entries }, onBack }: QrSetProps) {
  const { t } = useTranslation();
  const [at, setAt] = useState(0);
  const file = files[at];
  const of = files.length;
  const to = (next: number) => {
    if (next < 0 || next > of) return;
    setAt(next);
    if (next < of) announce(t('exports.codeOf', { at: next + 1, of }));
  };
  useArrowKeys(at, to);
  if (file === undefined) {
    return <DidItArrive key="question" entries={entries} onAgain={() => to(0)} onBack={() => to(of - 1)} />;
  }
  return (
    <Panel
      key="codes"
      title={t('exports.to_google')}
      text={t('exports.scanHow')}
      width="full"
      onBack={onBack}
    >
      <div className="flex flex-col items-center gap-4 two-panes:flex-row two-panes:items-start two-panes:justify-center two-panes:gap-8">
        <BlobPicture
          bytes={file.bytes}
          label={t('exports.codeOf', { at: at + 1, of })}
          className="w-[min(100%,max(15rem,calc(100dvh-17rem)))] two-panes:w-[min(calc(100%-18rem),max(18rem,calc(100dvh-10.5rem)))]"
        />
        <div className="flex w-full flex-col gap-4 two-panes:max-w-60">
          <p className="text-center text-lg font-semibold two-panes:text-start">
            {t('exports.codeOf', { at: at + 1, of })}
          </p>
          <div className="flex gap-2">
            <Button
              className="flex-1"
              icon={<ArrowLeft size={17} aria-hidden />}
              isDisabled={at === 0}
              onPress={() => to(at - 1)}
            >
              {t('exports.former')}
            </Button>
            <Button
              look="primary"
              className="flex-1"
              autoFocus
              icon={<ArrowRight size={17} aria-hidden />}
              onPress={() => to(at + 1)}
            >
              {t('exports.next')}
            </Button>
          </div>
          <SavePicture file={file} />
        </div>
      </div>
    </Panel>
  );
}

interface DidItArriveProps {
  entries: number;
  onAgain: () => void;
  onBack: () => void;
}

/** Only the person can see whether the phone has them. */
function DidItArrive({ entries, onAgain, onBack }: DidItArriveProps) {
  const { t } = useTranslation();
  return (
    <Panel title={t('exports.arrived', { count: entries })} text={t('exports.arrivedText')} onBack={onBack}>
      <Notice>
        <p>{t('exports.staysHere')}</p>
      </Notice>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onPress={onAgain}>{t('exports.arrivedNot')}</Button>
        <Button look="primary" onPress={() => done({ at: 'list' })}>
          {t('exports.arrivedYes')}
        </Button>
      </div>
    </Panel>
  );
}

/** Saves the code on the screen as a picture, after a warning. */
function SavePicture({ file }: { file: { readonly name: string; readonly bytes: Blob } }) {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const close = () => setAsked(false);
  const save = () => {
    saveBlob(file.name, file.bytes);
    close();
    showToast(t('account.saved', { name: file.name }));
  };
  return (
    <>
      <Button
        look="plain"
        size="small"
        className="self-center two-panes:self-start"
        onPress={() => setAsked(true)}
      >
        {t('exports.savePicture')}
      </Button>
      <Sheet title={t('exports.savePictureTitle')} isOpen={isAsked} onClose={close} role="alertdialog">
        <p className="text-pretty">{t('exports.savePictureText')}</p>
        <div className="mt-5 flex flex-wrap justify-end gap-2">
          <Button autoFocus onPress={close}>
            {t('entry.cancel')}
          </Button>
          <Button look="primary" onPress={save}>
            {t('exports.savePictureYes')}
          </Button>
        </div>
      </Sheet>
    </>
  );
}

/** ← and → turn over, wherever the focus is. */
function useArrowKeys(at: number, to: (next: number) => void): void {
  const latest = useRef({ at, to });
  useEffect(() => {
    latest.current = { at, to };
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
      if (altKey || ctrlKey || metaKey || shiftKey || isOverlaid()) return;
      const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
      if (step === 0) return;
      event.preventDefault();
      latest.current.to(latest.current.at + step);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
