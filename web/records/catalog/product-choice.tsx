/** One product found by typing; begins with those that resemble a given name. */
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api-hooks.ts';

interface ProductChoiceProps {
  /** Its first word is looked for until something is typed. */
  hint: string;
  value: number | null;
  onChange: (id: number | null) => void;
}

export function ProductChoice({ hint, value, onChange }: ProductChoiceProps) {
  const { t } = useTranslation('catalog');
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), 180);
  const found = useApi('GET /products', { query: { q: asked, limit: 30 } });
  const alike = useApi('GET /products', { query: { q: hint.trim().split(/\s+/)[0], limit: 10 } });
  const rows = asked === '' ? [...(alike.data?.rows ?? []), ...(found.data?.rows ?? [])] : (found.data?.rows ?? []);
  const data = new Map(rows.map(({ id, name, sku }) => [String(id), { value: String(id), label: sku ? `${name} · ${sku}` : name }]));
  return (
    <Select
      data-autofocus
      searchable
      label={t('unknown.product')}
      placeholder={t('list.search')}
      nothingFoundMessage={t('ui:list.nothing')}
      data={[...data.values()]}
      // The server has searched already: every word of the name, brand and article counts.
      filter={({ options }) => options}
      onSearchChange={(text) => setTyped([...data.values()].some(({ label }) => label === text) ? '' : text)}
      value={value === null ? null : String(value)}
      onChange={(id) => onChange(id === null ? null : Number(id))}
    />
  );
}
