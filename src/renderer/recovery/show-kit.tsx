import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { KitPage } from '../../contract/recovery.ts';
import { Button } from '../controls/button.tsx';
import { Notice } from '../controls/notice.tsx';
import { Panel } from '../preferences/panel.tsx';
import { KitSheet } from './kit-sheet.tsx';

interface ShowKitProps {
  page: KitPage;
  onNext: () => void;
}

/** Shows the kit's page as it will be printed, once. */
export function ShowKit({ page, onNext }: ShowKitProps) {
  const { t } = useTranslation();
  return (
    <Panel title={t('recovery.showTitle')} text={t('recovery.showText')} width="wide">
      <div className="flex flex-wrap gap-2">
        <Button look="primary" icon={<Printer size={17} aria-hidden />} onPress={() => window.print()}>
          {t('recovery.print')}
        </Button>
        <Button onPress={onNext}>{t('recovery.printed')}</Button>
      </div>
      <KitSheet page={page} />
      <Notice>
        <p>{t('recovery.noPrinter')}</p>
      </Notice>
    </Panel>
  );
}
