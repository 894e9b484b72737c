/** Ticks for a filter's values, from a fixed list or found on the server by what is typed. */
import { Checkbox, Loader, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Chip } from '../chip.tsx';
import style from './filter-editor.module.css';
import type { Filter, Option } from './list-types.ts';

interface FilterOptionsProps {
  options: readonly Option[];
  values: string[];
  onChange: (values: string[]) => void;
  searchable: boolean;
}

export function FilterOptions({ options, values, onChange, searchable }: FilterOptionsProps) {
  const [text, setText] = useState('');
  const wanted = text.trim().toLocaleLowerCase();
  return (
    <>
      {searchable && <FindOption text={text} onChange={setText} />}
      <Ticks options={options.filter(({ label }) => label.toLocaleLowerCase().includes(wanted))} values={values} onChange={onChange} />
    </>
  );
}

interface LookupProps extends Omit<FilterOptionsProps, 'options' | 'searchable'> {
  filter: Extract<Filter, { kind: 'lookup' }>;
}

export function LookupOptions({ filter, values, onChange }: LookupProps) {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 180);
  const answer = useQuery({
    queryKey: ['filter-options', filter.key, asked],
    queryFn: ({ signal }) => filter.find(asked, signal),
    placeholderData: (before) => before,
  });
  return (
    <>
      <FindOption text={text} onChange={setText} />
      {answer.isPending ? <Loader /> : <Ticks options={answer.data ?? []} values={values} onChange={onChange} />}
    </>
  );
}

function FindOption({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const { t } = useTranslation('ui');
  return (
    <TextInput
      data-autofocus
      mb="xs"
      value={text}
      onChange={(event) => onChange(event.currentTarget.value)}
      placeholder={t('list.findOption')}
      aria-label={t('list.findOption')}
      leftSection={<IconSearch size={15} />}
    />
  );
}

function Ticks({ options, values, onChange }: Omit<FilterOptionsProps, 'searchable'>) {
  const { t } = useTranslation('ui');
  const turn = (value: string) => onChange(values.includes(value) ? values.filter((one) => one !== value) : [...values, value]);
  return (
    <div className={style.options}>
      {options.map(({ value, label, tone, count }) => (
        <Checkbox
          key={value}
          size="xs"
          checked={values.includes(value)}
          onChange={() => turn(value)}
          label={
            <span className={style.option}>
              {tone ? <Chip tone={tone}>{label}</Chip> : label}
              {count !== undefined && <span className={style.count}>{count}</span>}
            </span>
          }
        />
      ))}
      {options.length === 0 && <span className={style.none}>{t('list.nothing')}</span>}
    </div>
  );
}
