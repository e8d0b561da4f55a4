import { useTranslation } from 'react-i18next';
import { ToggleButton, ToggleButtonGroup, type Key } from 'react-aria-components';
import { filterInForce, type TagFilter } from './tags.ts';

interface TagChipsProps {
  tags: readonly string[];
  filter: TagFilter;
  onFilter: (filter: TagFilter) => void;
}

/** The tags as a filter of the list, in one line that scrolls sideways. */
export function TagChips({ tags, filter, onFilter }: TagChipsProps) {
  const { t } = useTranslation();
  return (
    <div className="relative shrink-0 overflow-x-auto px-3 pb-2 [scrollbar-width:none] tiny:px-2">
      <ToggleButtonGroup
        aria-label={t('list.tags')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[keyOf(filterInForce(filter, tags))]}
        onSelectionChange={(keys) => onFilter(filterOf([...keys][0] ?? 'all'))}
        className="flex w-max gap-1.5"
      >
        <Chip id="all">{t('list.all')}</Chip>
        {tags.map((tag) => (
          <Chip key={tag} id={keyOf({ tag })}>
            {tag}
          </Chip>
        ))}
        <Chip id="untagged">{t('list.untagged')}</Chip>
      </ToggleButtonGroup>
    </div>
  );
}

function Chip({ id, children }: { id: string; children: string }) {
  return (
    <ToggleButton
      id={id}
      className="min-h-7 max-w-48 truncate rounded-full border border-line bg-surface px-3 text-hint data-[hovered]:border-control data-[focus-visible]:-outline-offset-2 data-[selected]:border-accent data-[selected]:bg-tint data-[selected]:font-medium forced-colors:data-[selected]:border-2 forced-colors:data-[selected]:border-[Highlight]"
    >
      <bdi>{children}</bdi>
    </ToggleButton>
  );
}

/** No tag is empty, so none has the name of the other two. */
const tagged = 'tag ';

function keyOf(filter: TagFilter): string {
  return typeof filter === 'object' ? `${tagged}${filter.tag}` : filter;
}

function filterOf(key: Key): TagFilter {
  const text = String(key);
  if (text === 'all' || text === 'untagged') return text;
  return { tag: text.slice(tagged.length) };
}
