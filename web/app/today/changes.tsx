/** Why the week differs from a usual one: the goods and regions that moved it most. */
import { useTranslation } from 'react-i18next';
import { ordersBehind } from '../../insight/rows-behind.ts';
import { Definition } from '../../ui/definition.tsx';
import { Go } from '../../ui/go.tsx';
import { addDays } from '../../ui/period/period.ts';
import { Section } from '../../ui/section.tsx';
import { useFormats } from '../use-formats.ts';
import style from './changes.module.css';
import type { Today } from './today.ts';

type Change = Today['changes'][number];

const kinds = ['product', 'region'] as const;

export function Changes({ today }: { today: Today }) {
  const { t } = useTranslation('today');
  const most = Math.max(...today.changes.map(differenceOf).map(Math.abs), 1);
  const moved = today.changes.filter((change) => differenceOf(change) !== 0);
  return (
    <Section
      title={t('changes.title')}
      plate
      aside={
        <small className={style.how}>
          <Definition says={t('changes.is')}>{t('changes.how')}</Definition>
        </small>
      }
    >
      {moved.length === 0 ? (
        <p className={style.none}>{t('changes.none')}</p>
      ) : (
        <div className={style.kinds}>
          {kinds.map((kind) => (
            <Kind key={kind} kind={kind} changes={moved.filter((change) => change.kind === kind)} most={most} day={today.day} />
          ))}
        </div>
      )}
    </Section>
  );
}

const differenceOf = ({ now, usual }: Change) => now - usual;

interface KindProps {
  kind: (typeof kinds)[number];
  changes: readonly Change[];
  /** The largest difference, which fills the bar. */
  most: number;
  day: string;
}

function Kind({ kind, changes, most, day }: KindProps) {
  const { t } = useTranslation('today');
  if (changes.length === 0) return null;
  return (
    <div className={style.kind}>
      <h3>{t(`changes.${kind}`)}</h3>
      <ul>
        {changes.map((change) => (
          <Line key={`${change.id}.${change.name}`} change={change} most={most} day={day} />
        ))}
      </ul>
    </div>
  );
}

function Line({ change, most, day }: { change: Change; most: number; day: string }) {
  const { t } = useTranslation('today');
  const { money } = useFormats();
  const difference = differenceOf(change);
  const whole = (amount: number) => money(amount, undefined, { whole: true });
  const narrowed = change.kind === 'product' ? { product: String(change.id) } : { region: change.name };
  return (
    <li data-tone={difference > 0 ? 'green' : 'red'}>
      <span className={style.name} title={change.name}>
        {change.name}
      </span>
      <Go
        to={ordersBehind({ from: addDays(day, -7), to: addDays(day, -1) }, narrowed)}
        className={style.figure}
        title={t('changes.nowAndUsual', { now: whole(change.now), usual: whole(change.usual) })}
      >
        {difference > 0 ? '+' : ''}
        {whole(difference)}
      </Go>
      <span className={style.bar} aria-hidden>
        <i style={{ width: `${(Math.abs(difference) / most) * 100}%` }} />
      </span>
    </li>
  );
}
