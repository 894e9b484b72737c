/** A small picture of a product, or an empty box where there is none or it does not load. */
import { IconPackage } from '@tabler/icons-react';
import { useState } from 'react';
import style from './thumb.module.css';

export function Thumb({ url, size }: { url: string | null; size: number }) {
  const [broken, setBroken] = useState(false);
  const box = { width: size, height: size };
  if (!url?.startsWith('https:') || broken) {
    return (
      <span className={style.thumb} style={box} aria-hidden>
        <IconPackage size={size * 0.55} stroke={1.4} />
      </span>
    );
  }
  return (
    <img className={style.thumb} style={box} src={url} alt="" loading="lazy" referrerPolicy="no-referrer" onError={() => setBroken(true)} />
  );
}
