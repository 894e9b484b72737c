/** What a filter in force keeps, in words for its chip. */
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/use-formats.ts';
import { usePeriodWords } from '../period/period-picker.tsx';
import type { Filter } from './list-types.ts';

export function useFilterWords(filter: Filter, values: string[] | undefined): string {
  const { t } = useTranslation('ui');
  const { number, money } = useFormats();
  const periodWords = usePeriodWords();
  const first = values?.[0];
  if (first === undefined || !values) return '…';
  switch (filter.kind) {
    case 'choice':
      return values.map((value) => filter.options.find((option) => option.value === value)?.label ?? value).join(', ');
    case 'lookup':
      return values.map((value) => filter.label?.(value) ?? value).join(', ');
    case 'period':
      return periodWords(first);
    case 'yes-no':
      return t(first === 'true' ? 'yes' : 'no');
    case 'text':
      return first;
    case 'range': {
      const [from, to] = first.split('..');
      const show = (text: string) => (filter.unit === 'money' ? money(Number(text), undefined, { whole: true }) : number(Number(text)));
      if (from && to) return `${show(from)} – ${show(to)}`;
      return from ? t('list.from', { value: show(from) }) : t('list.to', { value: show(to ?? '') });
    }
  }
}
