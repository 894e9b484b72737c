/** Tags: typed with Enter or comma, taken from those in use, each removable. */

import type { TagsInputProps } from '@mantine/core';
import { TagsInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface TagInputProps extends Omit<TagsInputProps, 'value' | 'onChange' | 'data'> {
  value?: string[];
  onChange: (tags: string[]) => void;
  /** Tags in use, offered while typing. */
  known?: readonly string[];
}

export function TagInput({ value = [], onChange, known = [], ...rest }: TagInputProps) {
  const { t } = useTranslation('ui');
  return (
    <TagsInput
      placeholder={value.length === 0 ? t('tags.add') : undefined}
      splitChars={[',', ';']}
      maxTags={50}
      {...rest}
      data={[...known]}
      value={value}
      onChange={onChange}
    />
  );
}
