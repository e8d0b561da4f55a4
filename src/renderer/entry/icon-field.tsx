import { ImageUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FileTrigger, ListBox, ListBoxItem } from 'react-aria-components';
import type { EntryView } from '../../contract/entry.ts';
import type { IconInput } from '../../contract/icon.ts';
import { textLimits } from '../../contract/limits.ts';
import { IssuerIcon, PictureIcon, useMarksFound } from '../codes/issuer-icon.tsx';
import { Button } from '../design/button.tsx';
import { Choice } from '../design/choice.tsx';
import { Field } from '../design/field.tsx';
import { useUnsaved } from '../design/unsaved.tsx';

/** What the person chooses: of `named` and `picture`, perhaps not yet which. */
export type IconChoice =
  | { readonly kind: 'issuer' | 'letter' }
  | { readonly kind: 'named'; readonly name: string | null }
  | { readonly kind: 'picture'; readonly file: File | null };

type Kind = IconChoice['kind'];
const kinds = ['issuer', 'letter', 'named', 'picture'] as const satisfies readonly Kind[];

/** What is sent of a choice; nothing as long as it is not made whole. */
export function chosenIcon(choice: IconChoice): { icon?: IconInput } {
  switch (choice.kind) {
    case 'issuer':
      return { icon: null };
    case 'letter':
      return { icon: { kind: 'letter' } };
    case 'named':
      return choice.name === null ? {} : { icon: { kind: 'named', name: choice.name } };
    case 'picture':
      return choice.file === null ? {} : { icon: { kind: 'picture', file: choice.file } };
  }
}

interface IconFieldProps {
  /** As its names are typed now; `icon` is the one that it has. */
  entry: Pick<EntryView, 'issuer' | 'account' | 'icon'>;
  /** Null: nothing else was chosen. */
  choice: IconChoice | null;
  onChange: (choice: IconChoice) => void;
}

/** The icon of an entry: the issuer's, a letter, one of the set by a search, or a picture of the person's own. */
export function IconField({ entry, choice, onChange }: IconFieldProps) {
  const { t } = useTranslation();
  useUnsaved(choice !== null && chosenIcon(choice).icon !== undefined);
  const kind = choice?.kind ?? entry.icon?.kind ?? 'issuer';
  const choose = (next: Kind) => {
    if (next === 'named') onChange({ kind: next, name: null });
    else if (next === 'picture') onChange({ kind: next, file: null });
    else onChange({ kind: next });
  };
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <Shown entry={entry} choice={choice} />
        <div className="min-w-72 flex-1 tiny:min-w-full">
          <Choice
            look="segments"
            label={t('edit.icon')}
            value={kind}
            onChange={choose}
            options={kinds.map((value) => ({ value, label: t(`edit.icon_${value}`) }))}
          />
        </div>
      </div>
      {kind === 'named' && (
        <Marks
          chosen={
            choice?.kind === 'named' ? choice.name : entry.icon?.kind === 'named' ? entry.icon.name : null
          }
          onChoose={(name) => onChange({ kind: 'named', name })}
        />
      )}
      {kind === 'picture' && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <FileTrigger
            acceptedFileTypes={['image/png', 'image/jpeg', 'image/webp']}
            onSelect={(files) => {
              const file = files?.[0];
              if (file !== undefined) onChange({ kind: 'picture', file });
            }}
          >
            <Button size="small" icon={<ImageUp size={15} aria-hidden />}>
              {t('edit.pictureChoose')}
            </Button>
          </FileTrigger>
          <p className="min-w-48 flex-1 text-hint text-pretty text-soft">{t('edit.pictureHint')}</p>
        </div>
      )}
    </div>
  );
}

/** The icon as it would be. */
function Shown({ entry, choice }: Pick<IconFieldProps, 'entry' | 'choice'>) {
  const { issuer, account } = entry;
  if (choice?.kind === 'picture' && choice.file !== null)
    return <PictureIcon picture={choice.file} size={48} />;
  const chosen = choice === null ? {} : chosenIcon(choice);
  const icon = chosen.icon?.kind === 'picture' ? null : chosen.icon;
  return (
    <IssuerIcon issuer={issuer} account={account} icon={icon === undefined ? entry.icon : icon} size={48} />
  );
}

interface MarksProps {
  chosen: string | null;
  onChoose: (name: string) => void;
}

/** How many marks are shown at once. */
const shownMarks = 24;

function Marks({ chosen, onChoose }: MarksProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const found = useMarksFound(text);
  const shown = found.slice(0, shownMarks);
  return (
    <div className="flex flex-col gap-2">
      <Field
        isFleeting
        label={t('edit.iconSearch')}
        value={text}
        onChange={setText}
        limit={textLimits.label}
      />
      {shown.length === 0 ? (
        <p role="status" className="text-hint text-soft">
          {t('edit.iconNone')}
        </p>
      ) : (
        <ListBox
          aria-label={t('edit.iconsFound', { count: found.length })}
          layout="grid"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={chosen === null ? [] : [chosen]}
          onSelectionChange={(keys) => {
            const [name] = keys === 'all' ? [] : keys;
            if (typeof name === 'string') onChoose(name);
          }}
          items={shown.map(({ slug, name }) => ({ id: slug, name }))}
          className="grid grid-cols-[repeat(auto-fill,minmax(4.5rem,1fr))] gap-1 outline-none"
        >
          {({ id, name }) => (
            <ListBoxItem
              id={id}
              textValue={name}
              className="flex min-w-0 cursor-pointer flex-col items-center gap-1 rounded-xl p-2 text-center text-xs text-soft outline-none data-[focus-visible]:outline-2 data-[focus-visible]:outline-accent data-[hovered]:bg-ink/5 data-[selected]:bg-tint data-[selected]:text-ink data-[selected]:ring-2 data-[selected]:ring-accent"
            >
              <IssuerIcon issuer={name} account="" icon={{ kind: 'named', name: id }} size={32} />
              <span className="w-full truncate">{name}</span>
            </ListBoxItem>
          )}
        </ListBox>
      )}
      {found.length > shown.length && <p className="text-hint text-soft">{t('edit.iconMore')}</p>}
    </div>
  );
}
