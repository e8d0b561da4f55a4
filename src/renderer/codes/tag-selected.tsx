import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryView } from '../../contract/entry.ts';
import { textLimits } from '../../contract/limits.ts';
import { useApplication } from '../connection/application.ts';
import { useAct } from '../connection/use-act.ts';
import { Button } from '../design/button.tsx';
import { Check } from '../design/check.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { Field } from '../design/field.tsx';
import { Form } from '../design/form.tsx';
import { Sheet } from '../design/sheet.tsx';
import { showUndo } from '../restore/show-undo.ts';
import { knownTag } from './tags.ts';

interface TagSelectedProps {
  entries: readonly EntryView[];
  /** Every tag that there is. */
  tags: readonly string[];
  onClose: () => void;
  onDone: () => void;
}

/** Gives the selected entries tags, and takes some off them: a box for each tag, and a field for a new one. */
export function TagSelected({ entries, tags, onClose, onDone }: TagSelectedProps) {
  const { t } = useTranslation();
  const count = entries.length;
  const [made, setMade] = useState<readonly string[]>([]);
  /** What the person decided; a tag that is not in it stays as it is. */
  const [wanted, setWanted] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [typed, setTyped] = useState('');
  const { client } = useApplication();
  const save = useAct(
    async ({ list }, changes: { add: string[]; remove: string[] }) =>
      list.tag({ ids: entries.map(({ id }) => id), ...changes }),
    ({ undoId }) => {
      onClose();
      onDone();
      showUndo(client, undoId, t('list.tagged', { count }), t);
    },
  );

  const offered = [...tags, ...made];
  const want = (tag: string, isWanted: boolean) => setWanted(new Map([...wanted, [tag, isWanted]]));
  const name = typed.trim();
  const add = () => {
    const known = knownTag(offered, name);
    if (known === undefined) setMade([...made, name]);
    want(known ?? name, true);
    setTyped('');
  };
  const decided = [...wanted];
  return (
    <Sheet title={t('list.tagTitle', { count })} isOpen onClose={onClose}>
      <div className="flex flex-col gap-4">
        {offered.length > 0 && (
          <ul className="flex flex-col gap-1">
            {offered.map((tag) => {
              const having = entries.filter((entry) => entry.tags.includes(tag)).length;
              const decision = wanted.get(tag);
              return (
                <li key={tag}>
                  <Check
                    isSelected={decision ?? having === count}
                    isIndeterminate={decision === undefined && having > 0 && having < count}
                    onChange={(isWanted) => want(tag, isWanted)}
                    className="min-h-8 items-center"
                  >
                    <bdi className="min-w-0 wrap-anywhere">{tag}</bdi>
                  </Check>
                </li>
              );
            })}
          </ul>
        )}
        <Form onSend={() => name !== '' && add()} className="flex items-end gap-2">
          <Field
            label={t('list.newTag')}
            value={typed}
            onChange={setTyped}
            limit={textLimits.label}
            autoFocus
            className="min-w-0 flex-1"
          />
          <Button type="submit" icon={<Plus size={17} aria-hidden />} isDisabled={name === ''}>
            {t('list.addTag')}
          </Button>
        </Form>
        <ErrorNotice error={save.error} />
        <div className="flex justify-end gap-2">
          <Button onPress={onClose}>{t('entry.cancel')}</Button>
          <Button
            look="primary"
            isDisabled={decided.length === 0}
            isPending={save.isPending}
            onPress={() =>
              save.run({
                add: decided.flatMap(([tag, isWanted]) => (isWanted ? [tag] : [])),
                remove: decided.flatMap(([tag, isWanted]) => (isWanted ? [] : [tag])),
              })
            }
          >
            {t('entry.save')}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
