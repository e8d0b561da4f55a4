import { History, RotateCcw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryView } from '../../contract/entry.ts';
import type { FormerSecret } from '../../contract/former.ts';
import { Digits } from '../codes/digits.tsx';
import { useApplication } from '../connection/application.ts';
import { useAct } from '../connection/use-act.ts';
import { Button } from '../design/button.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { IconButton } from '../design/icon-button.tsx';
import { Question } from '../design/question.tsx';
import { Sheet } from '../design/sheet.tsx';
import { showUndo } from '../restore/show-undo.ts';
import { formatDate } from '../words/dates.ts';
import { PartCard } from './part-card.tsx';
import { useFormerKeys } from './use-former-keys.ts';

/** The keys of an entry that newer ones took the place of; nothing where there are none. */
export function FormerKeys({ entry, isReadOnly }: { entry: EntryView; isReadOnly: boolean }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  const count = entry.former;
  if (count === 0) return null;
  return (
    <PartCard title={t('former.title')} text={t('former.count', { count })}>
      <Button size="small" icon={<History size={15} aria-hidden />} onPress={() => setOpen(true)}>
        {t('former.show')}
      </Button>
      <Sheet title={t('former.title')} isOpen={isOpen} onClose={close}>
        <Keys id={entry.id} isReadOnly={isReadOnly} onClose={close} />
      </Sheet>
    </PartCard>
  );
}

interface KeysProps {
  id: string;
  isReadOnly: boolean;
  onClose: () => void;
}

/** What is to be deleted: one key, by when it was replaced, or all. */
type Asked = { readonly replacedAt: number | null };

function Keys({ id, isReadOnly, onClose }: KeysProps) {
  const { t } = useTranslation();
  const { client } = useApplication();
  const { former, error } = useFormerKeys(id);
  const [asked, setAsked] = useState<Asked | null>(null);
  const takeBack = useAct(
    async (to, replacedAt: number) => to.former.takeBack({ id, replacedAt }),
    ({ undoId }) => {
      onClose();
      showUndo(client, undoId, t('former.takenBack'), t);
    },
  );
  const goes = asked?.replacedAt === null ? former.length : 1;
  const forget = useAct<undefined, { undoId: string }>(
    async (to) => to.former.forget({ id, replacedAt: asked?.replacedAt ?? null }),
    ({ undoId }) => {
      setAsked(null);
      if (goes === former.length) onClose();
      showUndo(client, undoId, t('former.forgotten', { count: goes }), t);
    },
  );
  return (
    <div className="flex flex-col gap-4">
      <p className="text-hint text-pretty text-soft">{t('former.text')}</p>
      <ul
        aria-label={t('former.title')}
        className="flex flex-col divide-y divide-line rounded-2xl border border-line bg-surface"
      >
        {former.map((one) => (
          <Key
            key={one.replacedAt}
            former={one}
            isReadOnly={isReadOnly}
            isPending={takeBack.isPending}
            onTakeBack={() => takeBack.run(one.replacedAt)}
            onForget={() => setAsked({ replacedAt: one.replacedAt })}
          />
        ))}
      </ul>
      <ErrorNotice error={takeBack.error ?? error} />
      <div className="flex flex-wrap justify-between gap-2">
        {former.length > 1 && !isReadOnly ? (
          <Button
            className="text-danger!"
            icon={<Trash2 size={16} aria-hidden />}
            onPress={() => setAsked({ replacedAt: null })}
          >
            {t('former.forgetAll')}
          </Button>
        ) : (
          <span />
        )}
        <Button look="primary" autoFocus onPress={onClose}>
          {t('add.close')}
        </Button>
      </div>
      <Question
        title={t('former.forgetTitle', { count: goes })}
        yes={t('former.forgetYes')}
        look="danger"
        isOpen={asked !== null}
        onClose={() => setAsked(null)}
        call={forget}
      >
        <p>{t('former.forgetText')}</p>
      </Question>
    </div>
  );
}

interface KeyProps {
  former: FormerSecret;
  isReadOnly: boolean;
  isPending: boolean;
  onTakeBack: () => void;
  onForget: () => void;
}

function Key({ former, isReadOnly, isPending, onTakeBack, onForget }: KeyProps) {
  const { t } = useTranslation();
  const date = formatDate(former.replacedAt, true);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 py-3 pe-2 ps-4">
      <div className="min-w-44 flex-1">
        <p className="text-hint font-medium">{t('former.replacedAt', { date })}</p>
        <p className="flex flex-wrap items-baseline gap-x-2 text-hint text-soft">
          {former.settings.kind === 'hotp' ? t('former.itsNext') : t('former.itsCode')}
          <Digits code={former.look.code} className="selectable flex-wrap text-base text-ink" />
        </p>
      </div>
      {!isReadOnly && (
        <div className="flex items-center gap-1">
          <Button
            size="small"
            aria-label={t('former.takeBackNamed', { date })}
            icon={<RotateCcw size={15} aria-hidden />}
            isPending={isPending}
            onPress={onTakeBack}
          >
            {t('former.takeBack')}
          </Button>
          <IconButton label={t('former.forgetNamed', { date })} onPress={onForget}>
            <Trash2 size={17} aria-hidden />
          </IconButton>
        </div>
      )}
    </li>
  );
}
