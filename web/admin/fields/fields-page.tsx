/** Custom fields of customers, orders, products and companies: add, order, change, put away (CUS-7). */
import { ActionIcon, Button, SegmentedControl, Skeleton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowDown, IconArrowUp, IconPencil, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi, useSend } from '../../api-hooks.ts';
import { useMay } from '../../app/session.ts';
import { Chip } from '../../ui/chip.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { SmallTable } from '../../ui/small-table.tsx';
import { toastProblem } from '../../ui/toast.tsx';
import { FieldDialog } from './field-dialog.tsx';
import { labelOf } from './field-label.ts';
import type { Field } from './field-values.ts';

const objects: Field['object'][] = ['customers', 'orders', 'products', 'companies'];

export function FieldsPage() {
  const { t } = useTranslation();
  const [object, setObject] = useState<Field['object']>('customers');
  const fields = useApi('GET /fields', { query: { object } });
  const mayWrite = useMay()('settings.write');
  const [adding, add] = useDisclosure(false);
  const [edited, setEdited] = useState<Field | null>(null);
  const addButton = mayWrite && (
    <Button leftSection={<IconPlus size={17} />} onClick={add.open}>
      {t('settings.addField')}
    </Button>
  );
  return (
    <Page title={t('menu.fields')} slim actions={addButton}>
      <SegmentedControl
        aria-label={t('settings.fieldsOf')}
        data={objects.map((value) => ({ value, label: t(`fields:object.${value}`) }))}
        value={object}
        onChange={(value) => setObject(value as Field['object'])}
        style={{ alignSelf: 'flex-start' }}
      />
      {fields.isPending && <Skeleton height={160} />}
      {fields.error && <ProblemNote problem={fields.error} onRetry={fields.refetch} />}
      {fields.data && (
        <FieldTable
          fields={fields.data}
          object={object}
          onEdit={setEdited}
          empty={<Empty title={t('settings.noFields')} text={t('settings.noFieldsText')} action={addButton} />}
        />
      )}
      {(adding || edited) && (
        <FieldDialog
          object={object}
          field={edited}
          onClose={() => {
            add.close();
            setEdited(null);
          }}
        />
      )}
    </Page>
  );
}

interface FieldTableProps {
  fields: Field[];
  object: Field['object'];
  onEdit: (field: Field) => void;
  empty: React.ReactNode;
}

function FieldTable({ fields, object, onEdit, empty }: FieldTableProps) {
  const { t, i18n } = useTranslation();
  const mayWrite = useMay()('settings.write');
  const reorder = useSend('PUT /fields/order');
  const move = (index: number, by: number) => {
    const ids = fields.map(({ id }) => id);
    ids.splice(index + by, 0, ...ids.splice(index, 1));
    reorder.mutateAsync({ body: { object, ids } }).catch(toastProblem);
  };
  const columns = [
    { key: 'label', title: t('settings.fieldName'), cell: (row: Field) => <FieldName field={row} name={labelOf(row, i18n.language)} /> },
    { key: 'key', title: t('settings.fieldKey'), cell: (row: Field) => <code>{row.key}</code> },
    { key: 'type', title: t('settings.fieldType'), cell: (row: Field) => t(`fields:type.${row.type}`) },
    { key: 'group', title: t('settings.fieldGroup'), cell: (row: Field) => row.group || '—' },
    {
      key: 'tools',
      title: t('settings.actions'),
      titleUnseen: true,
      align: 'end' as const,
      width: 110,
      cell: (row: Field) =>
        mayWrite && (
          <FieldTools
            index={fields.indexOf(row)}
            count={fields.length}
            name={labelOf(row, i18n.language)}
            onMove={move}
            onEdit={() => onEdit(row)}
          />
        ),
    },
  ];
  return <SmallTable label={t('menu.fields')} columns={columns} rows={fields} rowId={(row) => row.id} empty={empty} />;
}

function FieldName({ field, name }: { field: Field; name: string }) {
  const { t } = useTranslation();
  return (
    <span style={{ display: 'inline-flex', gap: 8, alignItems: 'center' }}>
      {name}
      {field.required && <Chip>{t('settings.required')}</Chip>}
      {field.sensitive && <Chip tone="amber">{t(field.consentBasis ? 'settings.sensitive' : 'settings.locked')}</Chip>}
    </span>
  );
}

interface FieldToolsProps {
  index: number;
  count: number;
  name: string;
  onMove: (index: number, by: number) => void;
  onEdit: () => void;
}

function FieldTools({ index, count, name, onMove, onEdit }: FieldToolsProps) {
  const { t } = useTranslation();
  return (
    <span style={{ display: 'inline-flex' }}>
      <ActionIcon aria-label={`${t('settings.up')}: ${name}`} disabled={index === 0} onClick={() => onMove(index, -1)}>
        <IconArrowUp size={16} />
      </ActionIcon>
      <ActionIcon aria-label={`${t('settings.down')}: ${name}`} disabled={index === count - 1} onClick={() => onMove(index, 1)}>
        <IconArrowDown size={16} />
      </ActionIcon>
      <ActionIcon aria-label={`${t('settings.change')}: ${name}`} onClick={onEdit}>
        <IconPencil size={16} />
      </ActionIcon>
    </span>
  );
}
