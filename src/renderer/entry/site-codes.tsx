import { KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryView } from '../../contract/entry.ts';
import { useApplication, useLive } from '../connection/application.ts';
import { Button } from '../design/button.tsx';
import { Sheet } from '../design/sheet.tsx';
import { AddSiteCodes } from './add-site-codes.tsx';
import { PartCard } from './part-card.tsx';
import { ShownSiteCodes } from './shown-site-codes.tsx';

/** The recovery codes of an entry's site: how many are left, and the ways to see and to add them. */
export function SiteCodes({ entry, isReadOnly }: { entry: EntryView; isReadOnly: boolean }) {
  const { t } = useTranslation();
  const vault = useLive(useApplication().vault);
  const [opened, setOpened] = useState<'add' | 'show' | null>(null);
  const { left, all } = entry.siteCodes;
  const close = () => setOpened(null);
  if (all === 0 && isReadOnly) return null;
  return (
    <PartCard
      title={t('siteCodes.title')}
      text={
        all === 0
          ? t('siteCodes.none')
          : left === 0
            ? t('siteCodes.noneLeft')
            : t('siteCodes.left', { left, count: all })
      }
      isUrgent={all > 0 && left === 0}
    >
      {all > 0 && (
        <Button size="small" icon={<KeyRound size={15} aria-hidden />} onPress={() => setOpened('show')}>
          {t('siteCodes.show')}
        </Button>
      )}
      {!isReadOnly && (
        <Button size="small" icon={<Plus size={15} aria-hidden />} onPress={() => setOpened('add')}>
          {t('siteCodes.add')}
        </Button>
      )}
      <Sheet title={t('siteCodes.add')} isOpen={opened === 'add'} onClose={close}>
        <AddSiteCodes entry={entry} onClose={close} />
      </Sheet>
      <Sheet title={t('siteCodes.title')} isOpen={opened === 'show'} onClose={close}>
        {vault?.state === 'open' && (
          <ShownSiteCodes entry={entry} vault={vault} isReadOnly={isReadOnly} onClose={close} />
        )}
      </Sheet>
    </PartCard>
  );
}
