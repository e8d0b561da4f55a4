import { useTranslation } from 'react-i18next';
import type { Duplicate, DuplicateAnswers, SettingsView } from '../../contract/duplicate.ts';
import { nameOf } from '../codes/name.ts';
import { Choice } from '../design/choice.tsx';
import { Notice } from '../design/notice.tsx';
import { shapeWords } from './shape.ts';

interface DuplicateQuestionProps extends DuplicateAnswers {
  duplicate: Duplicate;
  /** The new entry as it would be kept. */
  newcomer: SettingsView & { issuer: string; account: string };
  onAnswer: (answers: DuplicateAnswers) => void;
}

/** Another entry has the same secret or names: shows the differences, and asks what to do with both. */
export function DuplicateQuestion(props: DuplicateQuestionProps) {
  const { duplicate, newcomer, onSameSecret, onSameName, onAnswer } = props;
  const { t } = useTranslation();
  switch (duplicate.kind) {
    case 'same':
      return null;
    case 'sameSecret':
      return (
        <Notice kind="warning" title={t('add.sameSecret', { name: nameOf(duplicate, t) })}>
          <p className="mb-2">{t('add.sameSecretText')}</p>
          <dl className="mb-3 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 wrap-anywhere">
            <Side name={t('add.sideHere')} entry={{ ...duplicate, ...duplicate.settings }} />
            <Side name={t('add.sideNew')} entry={newcomer} />
          </dl>
          <Choice
            label={t('add.sameSecretChoice')}
            value={onSameSecret ?? null}
            onChange={(answer) => onAnswer({ onSameSecret: answer })}
            options={[
              { value: 'correct', label: t('add.correctIt') },
              { value: 'keepBoth', label: t('add.keepBoth') },
            ]}
          />
        </Notice>
      );
    case 'sameName':
      return (
        <Notice kind="warning" title={t('add.sameName', { name: nameOf(duplicate, t) })}>
          <p className="mb-2">{t('add.sameNameText')}</p>
          <Choice
            label={t('add.sameNameChoice')}
            value={onSameName ?? null}
            onChange={(answer) => onAnswer({ onSameName: answer })}
            options={[
              { value: 'replace', label: t('add.replaceIt') },
              { value: 'keepBoth', label: t('add.keepBoth') },
            ]}
          />
        </Notice>
      );
  }
}

/** Is the question still unanswered? */
export function isUnanswered(duplicate: Duplicate, answers: DuplicateAnswers): boolean {
  return duplicate.kind === 'sameSecret'
    ? answers.onSameSecret === undefined
    : duplicate.kind === 'sameName' && answers.onSameName === undefined;
}

function Side({ name, entry }: { name: string; entry: SettingsView & { issuer: string; account: string } }) {
  const { t } = useTranslation();
  return (
    <>
      <dt className="text-soft">{name}</dt>
      <dd>
        <bdi>{nameOf(entry, t)}</bdi>
        <br />
        {shapeWords(entry, t)}
      </dd>
    </>
  );
}
