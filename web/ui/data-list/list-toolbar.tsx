/** The line over the rows: search with its chips, the number found, columns, export. */
import { ActionIcon, Button, Checkbox, Popover, Tooltip } from '@mantine/core';
import { IconColumns3, IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/use-formats.ts';
import type { ShownColumns } from './columns.ts';
import type { DataListProps } from './list-props.ts';
import style from './list-toolbar.module.css';
import type { Column } from './list-types.ts';
import { SearchLine } from './search-line.tsx';

interface ListToolbarProps<Row> extends DataListProps<Row> {
  shown: ShownColumns<Row>;
}

export function ListToolbar<Row>(props: ListToolbarProps<Row>) {
  const { t } = useTranslation('ui');
  const { number } = useFormats();
  const { answer, onExport } = props;
  return (
    <div className={style.toolbar}>
      <SearchLine state={props.state} filters={props.filters ?? []} hint={props.searchHint} />
      <div className={style.tools}>
        {answer.total !== null && (
          <span className={style.total} aria-live="polite">
            {t('list.found', { count: answer.total, shown: number(answer.total) })}
          </span>
        )}
        {props.tools}
        <ColumnMenu columns={props.columns} shown={props.shown} />
        {onExport && (
          <Tooltip label={t('list.export')}>
            <ActionIcon size={34} aria-label={t('list.export')} onClick={onExport}>
              <IconDownload size={18} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
    </div>
  );
}

function ColumnMenu<Row>({ columns, shown }: { columns: readonly Column<Row>[]; shown: ShownColumns<Row> }) {
  const { t } = useTranslation('ui');
  return (
    <Popover position="bottom-end" trapFocus>
      <Popover.Target>
        <Tooltip label={t('list.columns')}>
          <ActionIcon size={34} aria-label={t('list.columns')} className={style.columns}>
            <IconColumns3 size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('list.columns')}>
        <div className={style.choices}>
          {columns.map((column) => (
            <Checkbox
              key={column.key}
              size="xs"
              label={column.title}
              checked={shown.isShown(column.key)}
              disabled={column.lead}
              onChange={() => shown.toggle(column.key)}
            />
          ))}
        </div>
        <Button variant="subtle" size="compact-sm" mt="sm" onClick={shown.reset}>
          {t('list.resetColumns')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
