import { Plus, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button as AriaButton, Tag, TagGroup, TagList } from 'react-aria-components';
import { tagsLimit, textLength, textLimits } from '../../contract/limits.ts';
import { fold } from '../../contract/search/fold.ts';
import { knownTag, tagsOf } from '../codes/tags.ts';
import { useApplication, useLive } from '../connection/application.ts';
import { Button } from '../design/button.tsx';
import { Field } from '../design/field.tsx';
import { IconButton } from '../design/icon-button.tsx';
import { useUnsaved } from '../design/unsaved.tsx';
import { useEscape } from '../design/use-escape.ts';

interface TagFieldProps {
  tags: readonly string[];
  /** All tags of the list (`useKnownTags`). */
  known: readonly string[];
  /** What is typed and not a tag yet. */
  text: string;
  onText: (text: string) => void;
  onChange: (tags: readonly string[]) => void;
  onEscape: () => void;
}

/** How many of the person's other tags are offered at once. */
const offered = 8;

/** An entry's tags: typed with Enter or a comma, chosen from those of other entries, removed with a press or Delete. */
export function TagField({ tags, known, text, onText, onChange, onEscape }: TagFieldProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [initial] = useState(tags);
  useUnsaved(tags !== initial, field);
  const isFull = tags.length >= tagsLimit;
  const others = known
    .filter((tag) => !hasTag(tags, tag) && fold(tag).includes(fold(text.trim())))
    .slice(0, offered);
  const add = (typed: string) => {
    const next = withTyped(tags, typed, known);
    if (next === null) return;
    if (next !== tags) onChange(next);
    onText('');
  };
  const onKeyDown = useEscape(onEscape);
  return (
    <div className="flex flex-col gap-2">
      {tags.length > 0 && (
        <TagGroup
          aria-label={t('edit.tags')}
          onRemove={(removed) => onChange(tags.filter((tag) => !removed.has(tag)))}
        >
          <TagList className="flex flex-wrap gap-1.5" items={tags.map((id) => ({ id }))}>
            {({ id }) => (
              <Tag
                id={id}
                textValue={id}
                className="flex min-h-7 max-w-full items-center gap-1 rounded-full bg-ink/7 pe-1 ps-3 text-hint"
              >
                <bdi className="min-w-0 wrap-anywhere">{id}</bdi>
                <AriaButton
                  slot="remove"
                  aria-label={t('edit.tagRemove', { tag: id })}
                  className="flex size-6 shrink-0 items-center justify-center rounded-full text-soft data-[hovered]:bg-ink/10"
                >
                  <X size={14} aria-hidden />
                </AriaButton>
              </Tag>
            )}
          </TagList>
        </TagGroup>
      )}
      <Field
        label={tags.length === 0 ? t('edit.tags') : t('edit.tagsAdd')}
        hint={isFull ? t('edit.tagsMost', { maximum: tagsLimit }) : t('edit.tagsHint')}
        isDisabled={isFull}
        value={text}
        limit={textLimits.label}
        inputRef={field}
        onChange={(typed) => (typed.endsWith(',') ? add(typed) : onText(typed))}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && text.trim() !== '') {
            event.preventDefault();
            add(text);
          } else onKeyDown(event);
        }}
        after={
          text.trim() !== '' && (
            <IconButton label={t('edit.tagsAdd')} onPress={() => add(text)}>
              <Plus size={18} aria-hidden />
            </IconButton>
          )
        }
      />
      {others.length > 0 && !isFull && (
        <div role="group" aria-label={t('edit.tagsKnown')} className="flex flex-wrap gap-1.5">
          {others.map((tag) => (
            <Button
              key={tag}
              size="small"
              className="min-h-7! rounded-full! font-normal!"
              icon={<Plus size={13} aria-hidden />}
              onPress={() => {
                add(tag);
                field.current?.focus();
              }}
            >
              <bdi className="min-w-0 truncate">{tag}</bdi>
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

/**
 * The tags with those that are typed, which commas divide, in the spelling that other entries have. The same list if
 * nothing was typed; null if that is too long or too many.
 */
export function withTyped(
  tags: readonly string[],
  typed: string,
  known: readonly string[],
): readonly string[] | null {
  const all = [...tags];
  for (const tag of typed.split(',').map((one) => one.trim())) {
    if (tag === '' || hasTag(all, tag)) continue;
    if (textLength(tag) > textLimits.label || all.length === tagsLimit) return null;
    all.push(knownTag(known, tag) ?? tag);
  }
  return all.length === tags.length ? tags : all;
}

function hasTag(tags: readonly string[], tag: string): boolean {
  return knownTag(tags, tag) !== undefined;
}

/** All tags of the list, by name. */
export function useKnownTags(): string[] {
  return tagsOf(useLive(useApplication().entries)?.entries ?? []);
}
