import type { TFunction } from 'i18next';
import { CircleCheck, CircleDashed, RefreshCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../connection/use-act.ts';
import { Button } from '../design/button.tsx';
import { Card } from '../design/card.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { Notice } from '../design/notice.tsx';
import { Standing } from '../design/standing.tsx';
import { agoWords } from '../words/ago.ts';
import { momentWords } from '../words/moment.ts';
import { useTrustPeriod } from '../account/shared/trust-period.ts';
import { EntryNames } from './entry-names.tsx';
import type { OnView } from './on-view.ts';

/** Whether the computers have the same, until when that goes on by itself, what is still to be sent, and what can't be. */
export function StatusCard({ view, isOut }: { view: OnView; isOut: boolean }) {
  const { t } = useTranslation();
  const { trouble, aloneUntil, tooLarge, unreadable, kept } = view;
  const period = useTrustPeriod();
  const look = useAct(async (client) => client.sync.look());
  const { icon, title, text } = standing(view, t);
  return (
    <Card>
      <Standing icon={icon} title={title}>
        {text}
      </Standing>
      {/* Where the person has to do something first, the trouble says so. */}
      {(trouble === null || trouble.next === 'wait') && (
        <p className="text-hint text-pretty text-soft">
          {aloneUntil === null
            ? t('sync.aloneNot', { period })
            : t('sync.alone', { when: momentWords(aloneUntil, t) })}
        </p>
      )}
      {tooLarge.length > 0 && (
        <Notice kind="warning" title={t('sync.tooLarge')}>
          <p>{t('sync.tooLargeText')}</p>
          <EntryNames ids={tooLarge} />
        </Notice>
      )}
      {unreadable > 0 && (
        <Notice title={t('sync.unreadable', { count: unreadable })}>
          <p>{t('sync.unreadableText')}</p>
        </Notice>
      )}
      {kept.length > 0 && (
        <Notice title={t('sync.kept')}>
          <p>{t('sync.keptText')}</p>
          <EntryNames ids={kept} />
        </Notice>
      )}
      {/* What the view says already is not said again. */}
      {trouble === null && <ErrorNotice error={look.error} />}
      {!isOut && (
        <Button className="self-start" isPending={look.isPending} onPress={() => look.run()}>
          {t('sync.look')}
        </Button>
      )}
    </Card>
  );
}

function standing({ trouble, agreedAt, pending, tooLarge }: OnView, t: TFunction) {
  const count = pending.length - tooLarge.length;
  if (count > 0) return { icon: RefreshCw, title: t('sync.pending', { count }), text: t('sync.pendingText') };
  if (agreedAt === null) return { icon: CircleDashed, title: t('sync.notYet'), text: t('sync.notYetText') };
  const when = agoWords(agreedAt);
  if (trouble !== null) return { icon: CircleDashed, title: t('sync.agreedLast', { when }), text: '' };
  return { icon: CircleCheck, title: t('sync.agreed'), text: t('sync.agreedText', { when }) };
}
