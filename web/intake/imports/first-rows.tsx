/** What stands in the file and what it would become, before anything is stored. */
import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { JsonView } from '../../ui/json-view.tsx';
import { Section } from '../../ui/section.tsx';
import { SmallTable } from '../../ui/small-table.tsx';
import { BadRows } from './bad-rows.tsx';
import type { Preview } from './choices.ts';

export function FirstRows({ preview, refreshing }: { preview: Preview; refreshing: boolean }) {
  const { t } = useTranslation('imports');
  return (
    <>
      {preview.problems.length > 0 && (
        <Section plate title={t('screen.badRows')}>
          <BadRows rows={preview.problems} />
        </Section>
      )}
      <Section plate title={t('screen.firstRows')}>
        <Tabs defaultValue={preview.files[0]?.name ?? null}>
          {preview.files.length > 1 && (
            <Tabs.List>
              {preview.files.map((file) => (
                <Tabs.Tab key={file.name} value={file.name}>
                  {file.name}
                </Tabs.Tab>
              ))}
            </Tabs.List>
          )}
          {preview.files.map((file) => (
            <Tabs.Panel key={file.name} value={file.name} pt="xs">
              <FileRows file={file} />
            </Tabs.Panel>
          ))}
        </Tabs>
      </Section>
      <Section plate title={t('screen.become')} aside={t('screen.becomeText', { count: preview.records.length })}>
        <div style={{ opacity: refreshing ? 0.5 : 1 }} aria-busy={refreshing}>
          <JsonView value={preview.records.slice(0, 5)} label={t('screen.become')} />
        </div>
      </Section>
    </>
  );
}

function FileRows({ file }: { file: Preview['files'][number] }) {
  const { t } = useTranslation('imports');
  const width = Math.max(file.header.length, ...file.rows.map((row) => row.length), 0);
  const columns = Array.from({ length: width }, (_, index) => ({
    key: String(index),
    title: file.header[index] ?? '',
    cell: (row: readonly string[]) => row[index] ?? '',
  }));
  const encoding = [file.encoding, file.delimiter && `«${file.delimiter === '\t' ? 'Tab' : file.delimiter}»`].filter(Boolean).join(', ');
  return (
    <>
      <p className="dim">{t('screen.about', { format: file.format, encoding: encoding || '—' })}</p>
      <SmallTable label={file.name} columns={columns} rows={file.rows} rowId={(row) => file.rows.indexOf(row as string[])} />
    </>
  );
}
