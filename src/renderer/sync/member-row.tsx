import type { TFunction } from 'i18next';
import { Laptop, LifeBuoy } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SyncMember } from '../../contract/sync.ts';
import { platformOf, type Platform } from '../../contract/vocabulary.ts';
import { useCall } from '../account/shared/use-call.ts';
import { useApplication } from '../connection/application.ts';
import { Badge } from '../design/badge.tsx';
import { Button } from '../design/button.tsx';
import { useTitleFocusWhenGone } from '../design/heading-focus.ts';
import { Question } from '../design/question.tsx';
import { showToast } from '../design/toasts.tsx';
import { momentWords } from '../words/moment.ts';

interface MemberRowProps {
  member: SyncMember;
  members: readonly SyncMember[];
  /** When the server last heard from it, in ms since 1970; undefined: not known. */
  seenAt: number | undefined;
  isReadOnly: boolean;
  /** Left out: the vault has no kit to put in a kit's place. */
  onReplaceKit: (() => void) | undefined;
}

/** A computer that is in, or the recovery kit: what it says of itself, since when it is in, and taking it out. */
export function MemberRow({ member, members, seenAt, isReadOnly, onReplaceKit }: MemberRowProps) {
  const { t } = useTranslation();
  useTitleFocusWhenGone();
  const isKit = member.kind === 'kit';
  const Icon = isKit ? LifeBuoy : Laptop;
  const system = isKit ? null : systems[platformOf(member.platform)];
  return (
    <div className="flex flex-wrap items-center gap-x-3.5 gap-y-2 px-4 py-3">
      <div className="flex min-w-48 flex-1 items-start gap-3.5">
        <Icon size={20} aria-hidden className="mt-0.5 shrink-0 text-accent" />
        <div className="min-w-0 flex-1">
          <h3 className="flex flex-wrap items-center gap-x-2 font-medium wrap-anywhere">
            {isKit ? t('sync.kit') : <bdi>{member.name}</bdi>}
            {member.isSelf && <Badge>{t('sync.here')}</Badge>}
          </h3>
          <p className="text-hint text-pretty wrap-anywhere text-soft">
            {system !== null && (
              <>
                <bdi>{system}</bdi> ·{' '}
              </>
            )}
            {addedWords(member, members, t)}
          </p>
          {!isKit && !member.isSelf && seenAt !== undefined && (
            <p className="text-hint text-soft">{t('sync.memberSeen', { when: momentWords(seenAt, t) })}</p>
          )}
        </div>
      </div>
      {!isReadOnly && !member.isSelf && (
        <div className="ms-auto flex flex-wrap gap-2">
          {isKit && onReplaceKit !== undefined && (
            <Button size="small" onPress={onReplaceKit}>
              {t('sync.replaceKit')}
            </Button>
          )}
          <Remove member={member} />
        </div>
      )}
    </div>
  );
}

function Remove({ member }: { member: SyncMember }) {
  const { t } = useTranslation();
  const { client } = useApplication();
  const [isAsked, setAsked] = useState(false);
  const { id, kind, name } = member;
  const isKit = kind === 'kit';
  const remove = useCall<undefined, unknown>(
    async () => client.sync.remove({ id }),
    () => {
      setAsked(false);
      showToast(isKit ? t('sync.removedKit') : t('sync.removed', { name }));
    },
  );
  return (
    <>
      <Button
        size="small"
        aria-label={t('sync.removeName', { name: isKit ? t('sync.kit') : name })}
        onPress={() => setAsked(true)}
      >
        {t('sync.remove')}
      </Button>
      <Question
        title={isKit ? t('sync.removeKitTitle') : t('sync.removeTitle', { name })}
        yes={t('sync.removeYes')}
        look="danger"
        isOpen={isAsked}
        onClose={() => setAsked(false)}
        call={remove}
      >
        <p>{isKit ? t('sync.removeKitText') : t('sync.removeText')}</p>
        {!isKit && <p>{t('sync.removeKnew')}</p>}
      </Question>
    </>
  );
}

/** Who let it in, and when. */
function addedWords(
  { id, addedAt, addedBy }: SyncMember,
  members: readonly SyncMember[],
  t: TFunction,
): string {
  const when = momentWords(addedAt, t);
  if (addedBy === id) return t('sync.memberFounded', { when });
  const by = members.find((one) => one.id === addedBy);
  if (by === undefined) return t('sync.memberAddedByGone', { when });
  return by.kind === 'kit'
    ? t('sync.memberAddedByKit', { when })
    : t('sync.memberAdded', { name: by.name, when });
}

/** The names of systems, the same in every language; null: one that nobody knows. */
const systems: Record<Platform, string | null> = {
  linux: 'Linux',
  darwin: 'macOS',
  win32: 'Windows',
  other: null,
};
