/** Running work, files, timeline, notices, questions, failures, emptiness. */
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBasket, IconMail, IconTruck } from '@tabler/icons-react';
import { ApiProblem } from '../../api.ts';
import { Confirm } from '../confirm.tsx';
import { Empty } from '../empty.tsx';
import { FileDrop } from '../file-drop.tsx';
import { JobProgress } from '../job-progress.tsx';
import { JsonView } from '../json-view.tsx';
import { ProblemNote } from '../problem-note.tsx';
import { Facts, Section } from '../section.tsx';
import { Timeline } from '../timeline.tsx';
import { toastDone, toastProblem } from '../toast.tsx';
import style from './showroom.module.css';

const refusal = new ApiProblem(422, { title: 'Заказ уже отменён: статус не меняется.' });

export function WorkShown() {
  return (
    <>
      <Section title="job-progress, file-drop">
        <div className={style.grid}>
          <JobProgress
            title="orders-2026.xlsx"
            state="running"
            done={48_213}
            total={120_000}
            rate={9400}
            secondsLeft={80}
            onCancel={() => toastDone('Отменено')}
          />
          <JobProgress title="Demo shop" state="running" done={1280} total={null} rate={320} />
          <JobProgress title="orders.csv" state="done" done={20_889} total={20_889} />
          <JobProgress title="broken.csv" state="failed" done={12} total={500} note="Не удалось прочитать файл" />
        </div>
        <FileDrop hint="CSV, XLSX, JSON, YML, ICML" onFiles={(files) => toastDone(files.map(({ name }) => name).join())} many />
      </Section>
      <div className={style.grid}>
        <Section title="timeline">
          <Timeline
            label="Timeline"
            entries={[
              {
                id: 1,
                at: '2026-11-22T11:32:00Z',
                icon: IconTruck,
                tone: 'teal',
                title: 'Передан в доставку',
                author: { name: 'Анна Кузнецова' },
              },
              { id: 2, at: '2026-11-22T09:10:00Z', icon: IconMail, tone: 'blue', title: 'Письмо открыто', text: '«Ваш заказ собран»' },
              {
                id: 3,
                at: '2026-11-20T19:05:00Z',
                icon: IconBasket,
                tone: 'green',
                title: 'Заказ 48213000-01',
                text: '2 позиции',
                author: { kind: 'system', name: 'Ozon' },
              },
            ]}
          />
        </Section>
        <Section title="facts, json-view">
          <Facts
            facts={[
              ['Телефон', '+7 (916) 123-45-67'],
              ['Почта', null],
              ['Город', 'Нижний Новгород'],
            ]}
          />
          <JsonView label="JSON" value={{ id: 1, total: 123_456, lines: [{ sku: 'A-1', quantity: 2 }] }} />
        </Section>
      </div>
      <Notices />
    </>
  );
}

function Notices() {
  const [open, { open: ask, close }] = useDisclosure(false);
  return (
    <Section title="toast, confirm, problem-note, empty">
      <div className={style.row}>
        <Button variant="default" onClick={() => toastDone('Клиент перемещён в архив', { undo: () => toastDone('Возвращён') })}>
          Undo
        </Button>
        <Button variant="default" onClick={() => toastProblem(refusal)}>
          Problem
        </Button>
        <Button variant="default" onClick={ask}>
          Confirm
        </Button>
      </div>
      <Confirm
        opened={open}
        onClose={close}
        title="Удалить ключ?"
        text="Программы с этим ключом перестанут работать сразу."
        action="Удалить"
        onConfirm={async () => toastDone('Удалён')}
      />
      <ProblemNote problem={refusal} onRetry={() => undefined} />
      <Empty
        title="Заказов ещё нет"
        text="Перетащите выгрузку из Ozon, Wildberries или CRM: строки с ошибками не помешают остальным."
        action={<Button>Загрузить файл</Button>}
      />
    </Section>
  );
}
