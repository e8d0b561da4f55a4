import { Search, X } from 'lucide-react';
import type { KeyboardEvent, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Input, SearchField } from 'react-aria-components';
import { IconButton } from './icon-button.tsx';

interface SearchBoxProps {
  text: string;
  onText: (text: string) => void;
  onKeyDown?: (event: KeyboardEvent) => void;
  fieldRef?: Ref<HTMLInputElement>;
  /** Of the whole. */
  className?: string;
  /** How the field stands out from what is around it. */
  fieldClassName: string;
}

/** A search with a button that empties it. */
export function SearchBox({
  text,
  onText,
  onKeyDown,
  fieldRef,
  className = '',
  fieldClassName,
}: SearchBoxProps) {
  const { t } = useTranslation();
  return (
    <SearchField
      aria-label={t('codes.search')}
      value={text}
      onChange={onText}
      {...(onKeyDown && { onKeyDown })}
      className={`relative ${className}`}
    >
      <Search
        size={17}
        aria-hidden
        className="pointer-events-none absolute inset-y-0 start-3 my-auto text-soft"
      />
      <Input
        id="search"
        {...(fieldRef && { ref: fieldRef })}
        placeholder={t('codes.search')}
        className={`selectable h-10 w-full rounded-xl border pe-10 ps-9.5 transition-colors placeholder:text-soft data-[hovered]:border-soft data-[focused]:border-accent data-[focused]:outline-1 data-[focused]:-outline-offset-1 data-[focused]:outline-accent [&::-webkit-search-cancel-button]:hidden ${fieldClassName}`}
      />
      {text !== '' && (
        <IconButton
          label={t('codes.clearSearch')}
          className="absolute! inset-y-0 end-1 my-auto size-8!"
          onPress={() => onText('')}
        >
          <X size={16} aria-hidden />
        </IconButton>
      )}
    </SearchField>
  );
}
