/** Every part of the kit in all its states on one page: what builders look at, and what screenshots are compared with. */
import { Page } from '../page.tsx';
import { Section } from '../section.tsx';
import { ChartsShown } from './charts-shown.tsx';
import { FieldsShown } from './fields-shown.tsx';
import { ListShown } from './list-shown.tsx';
import { PartsShown } from './parts-shown.tsx';
import style from './showroom.module.css';
import { WorkShown } from './work-shown.tsx';

export function ShowroomPage() {
  return (
    <Page title="Kit" note="web/ui">
      <PartsShown />
      <ChartsShown />
      <WorkShown />
      <FieldsShown />
      <Section title="data-list">
        <div className={style.list}>
          <ListShown />
        </div>
      </Section>
    </Page>
  );
}
