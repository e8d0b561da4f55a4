import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApplication } from '../../connection/application.ts';
import { LoadFailed } from '../../design/load-failed.tsx';
import { RowButton } from '../../design/row-button.tsx';
import { Rows } from '../../design/rows.tsx';
import { Section } from '../../design/section.tsx';
import { WaitingRows } from '../../design/waiting-rows.tsx';
import { groupOf, targetsOf, type Target } from './targets.ts';

interface TargetListProps {
  /** Nothing is chosen. */
  isDisabled: boolean;
  onChoose: (target: Target) => void;
}

/** Where to take the codes: protected files, what is only shown, and files that anybody can read. */
export function TargetList({ isDisabled, onChoose }: TargetListProps) {
  const { t } = useTranslation();
  const formats = useQuery(useApplication().calls.exports.formats.queryOptions());
  if (formats.isError) return <LoadFailed error={formats.error} onAgain={() => void formats.refetch()} />;
  if (formats.data === undefined) return <WaitingRows label={t('exports.where')} count={4} />;
  const targets = targetsOf(formats.data.formats);
  return (['encrypted', 'shown', 'plain'] as const).map((group) => (
    <Section
      key={group}
      title={t(`exports.group_${group}`)}
      {...(group === 'plain' && { text: t('exports.group_plain_text') })}
    >
      <Rows>
        {targets
          .filter((target) => groupOf(target) === group)
          .map((target) => (
            <RowButton
              key={target.id}
              icon={target.icon}
              title={t(`exports.to_${target.id}`)}
              text={t(`exports.to_${target.id}_text`)}
              isDisabled={isDisabled}
              onPress={() => onChoose(target)}
            />
          ))}
      </Rows>
    </Section>
  ));
}
