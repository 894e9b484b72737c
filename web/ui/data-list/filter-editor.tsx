/** The inside of a filter: ticks, dates, a range, a word, yes or no. */
import { Button, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currencySign } from '../../app/formats.ts';
import { useFormats } from '../../app/use-formats.ts';
import { PeriodChoice } from '../period/period-choice.tsx';
import style from './filter-editor.module.css';
import { FilterOptions, LookupOptions } from './filter-options.tsx';
import type { Filter } from './list-types.ts';

interface FilterEditorProps<F extends Filter = Filter> {
  filter: F;
  values: string[];
  onChange: (values: string[]) => void;
  onClose: () => void;
}

export function FilterEditor({ filter, ...rest }: FilterEditorProps) {
  const { values, onChange, onClose } = rest;
  switch (filter.kind) {
    case 'choice':
      return <FilterOptions options={filter.options} values={values} onChange={onChange} searchable={filter.options.length > 8} />;
    case 'lookup':
      return <LookupOptions filter={filter} values={values} onChange={onChange} />;
    case 'period':
      return (
        <PeriodChoice
          value={values[0] ?? ''}
          onChange={(value) => {
            onChange([value]);
            onClose();
          }}
        />
      );
    case 'range':
      return <RangeEditor filter={filter} {...rest} />;
    case 'text':
      return <TextEditor filter={filter} {...rest} />;
    case 'yes-no':
      return <YesNo {...rest} />;
  }
}

function YesNo({ values, onChange, onClose }: Omit<FilterEditorProps, 'filter'>) {
  const { t } = useTranslation('ui');
  const choose = (value: string) => {
    onChange([value]);
    onClose();
  };
  return (
    <Button.Group>
      {['true', 'false'].map((value) => (
        <Button key={value} variant={values[0] === value ? 'light' : 'default'} onClick={() => choose(value)}>
          {t(value === 'true' ? 'yes' : 'no')}
        </Button>
      ))}
    </Button.Group>
  );
}

function TextEditor({ filter, values, onChange, onClose }: FilterEditorProps) {
  const { t } = useTranslation('ui');
  const [text, setText] = useState(values[0] ?? '');
  return (
    <form
      className={style.line}
      onSubmit={(event) => {
        event.preventDefault();
        onChange(text.trim() ? [text.trim()] : []);
        onClose();
      }}
    >
      <TextInput data-autofocus value={text} onChange={(event) => setText(event.currentTarget.value)} aria-label={filter.title} />
      <Button type="submit">{t('list.apply')}</Button>
    </form>
  );
}

function RangeEditor({ filter, values, onChange, onClose }: FilterEditorProps<Extract<Filter, { kind: 'range' }>>) {
  const { t } = useTranslation('ui');
  const { currency } = useFormats();
  const scale = filter.unit === 'money' ? 100 : 1;
  const [from, to] = (values[0] ?? '').split('..').map((text) => (text ? Number(text) / scale : ''));
  const [ends, setEnds] = useState<[number | string, number | string]>([from ?? '', to ?? '']);
  const suffix = filter.unit === 'money' ? ` ${currencySign(currency)}` : undefined;
  const apply = (event: React.FormEvent) => {
    event.preventDefault();
    const [low, high] = ends.map((end) => (end === '' ? '' : String(Math.round(Number(end) * scale))));
    onChange(low || high ? [`${low}..${high}`] : []);
    onClose();
  };
  const shared = { hideControls: true, thousandSeparator: ' ', suffix, w: 130 };
  return (
    <form className={style.line} onSubmit={apply}>
      <NumberInput data-autofocus {...shared} label={t('list.least')} value={ends[0]} onChange={(value) => setEnds([value, ends[1]])} />
      <NumberInput {...shared} label={t('list.most')} value={ends[1]} onChange={(value) => setEnds([ends[0], value])} />
      <Button type="submit">{t('list.apply')}</Button>
    </form>
  );
}
