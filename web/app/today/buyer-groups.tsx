/** Buyers by what they do, with the money each group brought: the first answer of the main job, with its definitions printed. */
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api-hooks.ts';
import type { AnswerOf } from '../../api-types.ts';
import type { BuyerGroup } from '../../insight/rows-behind.ts';
import { groupBehind } from '../../insight/rows-behind.ts';
import { saveCsv } from '../../ui/csv.ts';
import { Definition } from '../../ui/definition.tsx';
import { Go } from '../../ui/go.tsx';
import { todayIn } from '../../ui/period/period.ts';
import { SaveButton } from '../../ui/save-button.tsx';
import { Section } from '../../ui/section.tsx';
import type { Tone } from '../../ui/tone.ts';
import { useFormats } from '../use-formats.ts';
import style from './buyer-groups.module.css';

type Groups = AnswerOf<'GET /analytics/buyers'>;
type Group = Groups['groups'][number];

const tones: Record<BuyerGroup, Tone> = { new: 'blue', regular: 'green', once: 'teal', sleeping: 'amber', potential: 'grey' };

export function BuyerGroups() {
  const { t } = useTranslation('today');
  const { data } = useApi('GET /analytics/buyers', {}, { every: 60_000 });
  if (!data) return null;
  const title = t('groups.title');
  const save = () =>
    saveCsv(title, [
      [t('groups.group'), t('groups.buyers'), t('groups.orders'), t('groups.sales')],
      ...data.groups.map(({ group, buyers, orders, sales }) => [t(`groups.${group}`), buyers, orders, sales / 100]),
    ]);
  return (
    <Section title={title} plate aside={<SaveButton title={title} onSave={save} />}>
      <MoneyBar groups={data.groups} />
      <table className={style.table}>
        <thead>
          <tr>
            <th scope="col">{t('groups.group')}</th>
            <th scope="col">{t('groups.buyers')}</th>
            <th scope="col">{t('groups.orders')}</th>
            <th scope="col">
              <Definition says={t('groups.salesIs')}>{t('groups.sales')}</Definition>
            </th>
            <th scope="col">{t('groups.share')}</th>
          </tr>
        </thead>
        <tbody>
          {data.groups.map((group) => (
            <Row key={group.group} group={group} all={data} />
          ))}
        </tbody>
      </table>
    </Section>
  );
}

const moneyOf = (groups: readonly Group[]) => groups.reduce((sum, { sales }) => sum + Math.max(sales, 0), 0);

/** The year's money as one strip; the table below says the same in figures. */
function MoneyBar({ groups }: { groups: readonly Group[] }) {
  const all = moneyOf(groups);
  if (all === 0) return null;
  return (
    <div className={style.strip} aria-hidden>
      {groups
        .filter(({ sales }) => sales > 0)
        .map(({ group, sales }) => (
          <i key={group} data-tone={tones[group]} style={{ flexGrow: sales / all }} />
        ))}
    </div>
  );
}

function Row({ group: { group, buyers, orders, sales }, all }: { group: Group; all: Groups }) {
  const { t } = useTranslation('today');
  const { number, money, percent, timeZone } = useFormats();
  const { newDays, sleepingDays } = all;
  const total = moneyOf(all.groups);
  const to = groupBehind(group, todayIn(timeZone), all);
  const bought = group !== 'potential';
  return (
    <tr>
      <th scope="row">
        <span className={style.name}>
          <i data-tone={tones[group]} aria-hidden />
          {t(`groups.${group}`)}
        </span>
        <small>{t(`groups.${group}Is`, { newDays, sleepingDays })}</small>
      </th>
      <td data-title={t('groups.buyers')}>
        {buyers === null ? <em>{t('groups.noSite')}</em> : to ? <Go to={to}>{number(buyers)}</Go> : number(buyers)}
      </td>
      <td data-title={t('groups.orders')}>{bought ? number(orders) : '—'}</td>
      <td data-title={t('groups.sales')}>{bought ? money(sales, undefined, { whole: true }) : '—'}</td>
      <td data-title={t('groups.share')}>{bought && total > 0 ? percent(sales / total, 0) : '—'}</td>
    </tr>
  );
}
