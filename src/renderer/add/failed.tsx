import { useQuery } from '@tanstack/react-query';
import { Keyboard, Lightbulb, MonitorUp, RotateCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useApplication } from '../connection/application.ts';
import { Button } from '../design/button.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { Notice } from '../design/notice.tsx';
import type { Way } from './scan-state.ts';
import { unusableWords, type Unusable } from './unusable.ts';
import { useAdd } from './use-add.ts';

/** A failed scan: why, and the other ways. */
export function Failed({ way, error }: { way: Way; error: unknown }) {
  const { t } = useTranslation();
  const add = useAdd();
  const host = useQuery(useApplication().calls.host.info.queryOptions()).data;
  const isShareable = host?.host === 'browser' && host.screenCapture === 'application';
  return (
    <div className="flex flex-col gap-5">
      <ErrorNotice error={error} />
      <div className="flex flex-col gap-2">
        {way === 'screen' && (
          <Button look="primary" icon={<RotateCw size={17} aria-hidden />} onPress={() => void add.screen()}>
            {t('add.again')}
          </Button>
        )}
        {way === 'screen' && isShareable && (
          <Button icon={<MonitorUp size={17} aria-hidden />} onPress={() => void add.share()}>
            {t('add.share')}
          </Button>
        )}
        <Button look={way === 'screen' ? 'quiet' : 'primary'} onPress={add.choose}>
          {t('add.otherWay')}
        </Button>
      </div>
    </div>
  );
}

/** The pasted or dropped content cannot hold a set-up code. */
export function Unreadable({ what }: { what: Unusable }) {
  const { t, i18n } = useTranslation();
  const add = useAdd();
  const { title, text } = unusableWords(what, t, i18n.language);
  return (
    <div className="flex flex-col gap-5">
      <Notice kind="warning" title={title} isAlert>
        <p>{text}</p>
      </Notice>
      <Button look="primary" onPress={add.choose}>
        {t('add.otherWay')}
      </Button>
    </div>
  );
}

/** Nothing was found: says that nothing was kept, what to try, and which other ways there are. */
export function Advice({ way, isRefused }: { way: Way; isRefused: boolean }) {
  const { t } = useTranslation();
  const add = useAdd();
  const again = way === 'screen' ? () => void add.screen() : way === 'camera' ? add.camera : null;
  const tips = [
    t('add.tryWhole'),
    ...(way === 'screen' ? [t('add.tryLarger'), t('add.tryHidden')] : []),
    t('add.tryOther'),
  ];
  return (
    <>
      <p>{t('add.nothingKept')}</p>
      {!isRefused && (
        <ul className="flex flex-col gap-2.5 rounded-2xl border border-line bg-surface p-4">
          {tips.map((tip) => (
            <li key={tip} className="flex gap-3">
              <Lightbulb size={17} aria-hidden className="mt-0.5 shrink-0 text-accent" />
              {tip}
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-col gap-2">
        {again !== null && (
          <Button look="primary" autoFocus icon={<RotateCw size={17} aria-hidden />} onPress={again}>
            {t('add.again')}
          </Button>
        )}
        <Button look={again === null ? 'primary' : 'quiet'} onPress={add.choose}>
          {t('add.otherWay')}
        </Button>
        <Button look="plain" icon={<Keyboard size={17} aria-hidden />} onPress={add.type}>
          {t('add.typed')}
        </Button>
      </div>
    </>
  );
}
