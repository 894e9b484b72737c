/** The goods in the charts by name and colour: the legend of all three, and the way to take one out. */
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Tone } from '../../ui/tone.ts';
import type { Picked } from './goods-choice.ts';
import style from './picked-goods.module.css';

export const goodsTones: readonly Tone[] = ['green', 'blue', 'amber', 'violet', 'teal'];

export function PickedGoods({ names, picked }: { names: readonly string[]; picked: Picked }) {
  const { t } = useTranslation('analytics');
  return (
    <ul className={style.picked} aria-label={t('goods.pick')}>
      {picked.goods.map(({ productId }, index) => (
        <li key={productId} data-tone={goodsTones[index]}>
          <i aria-hidden />
          <span>{names[index]}</span>
          <button type="button" aria-label={t('goods.dropOne', { name: names[index] })} onClick={() => picked.toggle(productId)}>
            <IconX size={14} stroke={1.8} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}
