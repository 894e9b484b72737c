/** Which column of the file is which field, and how its dates and numbers are written. */
import { Select, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Chip } from '../../ui/chip.tsx';
import { Section } from '../../ui/section.tsx';
import { currencies, importKinds, type Mapping, type Preview } from './choices.ts';

interface ColumnChoiceProps {
  preview: Preview;
  mapping: Mapping;
  onChange(mapping: Mapping): void;
}

export function ColumnChoice({ preview, mapping, onChange }: ColumnChoiceProps) {
  const { t } = useTranslation('imports');
  const header = [...new Set(preview.files.flatMap((file) => file.header))].filter(Boolean);
  const fields = preview.fields[mapping.kind] ?? [];
  const choose = (field: string, column: string | null) => {
    const { [field]: _, ...others } = mapping.columns;
    onChange({ ...mapping, columns: column ? { ...others, [field]: column } : others });
  };
  return (
    <Section plate title={t('screen.columns')} aside={preview.remembered && <Chip tone="green">{t('screen.remembered')}</Chip>}>
      <p className="dim">{t('screen.columnsText')}</p>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="sm">
        <Reading mapping={mapping} onChange={onChange} />
        {fields.map((field) => (
          <Select
            key={field.key}
            label={t(`fields.${field.key}`)}
            required={field.required}
            placeholder={t('screen.noColumn')}
            searchable
            clearable
            data={header}
            value={mapping.columns[field.key] ?? null}
            onChange={(column) => choose(field.key, column)}
          />
        ))}
      </SimpleGrid>
    </Section>
  );
}

function Reading({ mapping, onChange }: Omit<ColumnChoiceProps, 'preview'>) {
  const { t } = useTranslation('imports');
  return (
    <>
      <Select
        label={t('screen.kind')}
        allowDeselect={false}
        data={importKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        value={mapping.kind}
        onChange={(kind) => onChange({ ...mapping, kind: kind as Mapping['kind'] })}
      />
      <Select
        label={t('screen.currency')}
        data={[...currencies]}
        searchable
        clearable
        value={mapping.currency ?? null}
        onChange={(currency) => onChange({ ...mapping, currency: (currency ?? undefined) as Mapping['currency'] })}
      />
      <Select
        label={t('screen.dateOrder')}
        clearable
        placeholder={t('screen.auto')}
        data={(['dmy', 'mdy'] as const).map((order) => ({ value: order, label: t(`screen.${order}`) }))}
        value={mapping.dateOrder ?? null}
        onChange={(order) => onChange({ ...mapping, dateOrder: (order ?? undefined) as Mapping['dateOrder'] })}
      />
      <Select
        label={t('screen.decimal')}
        clearable
        placeholder={t('screen.auto')}
        data={[
          { value: ',', label: t('screen.comma') },
          { value: '.', label: t('screen.point') },
        ]}
        value={mapping.decimalMark ?? null}
        onChange={(mark) => onChange({ ...mapping, decimalMark: (mark ?? undefined) as Mapping['decimalMark'] })}
      />
    </>
  );
}
