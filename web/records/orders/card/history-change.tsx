/** One change in words: what, from which value, to which. */
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../api-hooks.ts';
import { useMay } from '../../../app/session.ts';
import style from './card.module.css';

type Values = Record<string, unknown>;

/** Parts of an order whose names are in the words; anything else is a custom field or a part a channel changed. */
const parts = ['comment', 'managerId', 'tags', 'addTags', 'removeTags', 'fields', 'total', 'lines', 'delivery', 'payments', 'buyer'];

export function HistoryChange({ details }: { details: Values }) {
  const { t } = useTranslation('orders');
  const show = useShown();
  const before = (details.before ?? {}) as Values;
  const after = (details.after ?? {}) as Values;
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  if (keys.length === 0) return t('history.changed');
  return (
    <div className={style.entry}>
      {keys.map((key) => (
        <p key={key} className={style.diff}>
          {parts.includes(key) ? t(`history.parts.${key}`) : key}: {key in before && <s>{show(key, before[key])}</s>}{' '}
          {show(key, after[key])}
        </p>
      ))}
    </div>
  );
}

function useShown(): (key: string, value: unknown) => string {
  const may = useMay();
  const { data = [] } = useApi('GET /people', {}, { enabled: may('settings.read'), freshFor: 60_000 });
  const plain = (value: unknown): string => {
    if (value === null || value === undefined || value === '') return '—';
    if (Array.isArray(value)) return value.map(plain).join(', ') || '—';
    if (typeof value === 'object')
      return (
        Object.entries(value)
          .map(([key, one]) => `${key}: ${plain(one)}`)
          .join(', ') || '—'
      );
    return typeof value === 'string' ? value : JSON.stringify(value);
  };
  return (key, value) => (key === 'managerId' ? (data.find(({ id }) => id === value)?.name ?? plain(value)) : plain(value));
}
