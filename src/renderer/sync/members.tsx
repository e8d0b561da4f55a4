import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SyncMember } from '../../contract/sync.ts';
import { useApplication } from '../connection/application.ts';
import { Button } from '../design/button.tsx';
import { Group } from '../design/group.tsx';
import { open } from '../navigation/navigator.ts';
import type { SyncStep } from '../navigation/place.ts';
import { MemberRow } from './member-row.tsx';

interface MembersProps {
  members: readonly SyncMember[];
  /** Whether the vault has a recovery kit, which may be made a member. */
  hasKit: boolean;
  isReadOnly: boolean;
}

/** Who is in, and the ways to let in one more. */
export function Members({ members, hasKit, isReadOnly }: MembersProps) {
  const { t } = useTranslation();
  const to = (step: SyncStep) => open({ at: 'settings', section: 'sync', step });
  // Where the server does not answer, the rows leave it out.
  const { data: seen = [] } = useQuery(
    useApplication().calls.sync.lastSeen.queryOptions({ staleTime: 0, gcTime: 0, retry: false }),
  );
  const isKitIn = members.some(({ kind }) => kind === 'kit');
  return (
    <Group title={t('sync.members')} text={t('sync.membersText')} holds="rows">
      {members.map((member) => (
        <MemberRow
          key={member.id}
          member={member}
          seenAt={seen.find(({ id }) => id === member.id)?.at}
          members={members}
          isReadOnly={isReadOnly}
          onReplaceKit={hasKit ? () => to('addKit') : undefined}
        />
      ))}
      {!isKitIn && (
        <div className="px-4 py-3">
          <p className="font-medium">{t('sync.noKitIn')}</p>
          <p className="text-hint text-pretty text-soft">{t('sync.noKitInText')}</p>
        </div>
      )}
      {!isReadOnly && (
        <div className="flex flex-wrap gap-2 px-4 py-3">
          <Button look="primary" onPress={() => to('add')}>
            {t('sync.add')}
          </Button>
          {!isKitIn && (
            <Button
              onPress={() =>
                hasKit ? to('addKit') : open({ at: 'settings', section: 'recovery', step: 'make' })
              }
            >
              {hasKit ? t('sync.addKit') : t('recovery.make')}
            </Button>
          )}
        </div>
      )}
    </Group>
  );
}
